package dev.quintet.kernel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The examples of the page about validators.
class ValidatorExamplesTest {

    @Test
    void eachAsksForSomething() {
        assertThat(new EmailValidator(Set.of("intranet")).validate("ada@intranet")).isNull();
        assertThat(new UrlValidator(List.of("https")).validate("https://example.com/")).isNull();
        assertThat(new DomainNameValidator().validate("пример.рф")).isNull();
        assertThat(new IpAddressValidator(IpAddressValidator.Protocol.BOTH).validate("::1"))
                .isNull();
        assertThat(new SlugValidator(true).validate("über-uns")).isNull();
        assertThat(new RegexValidator("^[A-Z]{2}\\d+\\z").validate("AB12")).isNull();
        assertThat(IntegerTextValidator.commaSeparated().validate("1,2,3")).isNull();
        assertThat(new MinValueValidator<>(1).validate(1)).isNull();
        assertThat(new StepValueValidator(3, 1).validate(7)).isNull();
        assertThat(new MinLengthValidator(2).validate("ab")).isNull();
        assertThat(new DecimalValidator(5, 2).validate(new BigDecimal("123.45"))).isNull();
        assertThat(FileExtensionValidator.images().validate("cover.PNG")).isNull();
        assertThat(new NullCharsValidator().validate("plain")).isNull();
    }

    @Test
    void manyAreAskedAtOnce() {
        List<Validator<? super String>> ofName =
                List.of(new MaxLengthValidator(3), new SlugValidator());

        assertThat(Validator.errors("a b c", ofName))
                .extracting(ValidationError::code)
                .containsExactly("max_length", "invalid");
    }

    @Test
    void sayItInYourWords() {
        var plate =
                new RegexValidator("^[A-Z]{2}\\d+\\z").saying("“%(value)s” is no plate.", "plate");

        assertThat(plate.validate("x").text()).isEqualTo("“x” is no plate.");
        assertThat(plate.validate("x").code()).isEqualTo("plate");
    }

    @Test
    void yourOwnAreRecordsOrLambdas() {
        record NotInTheFuture(LocalDate today) implements Validator<LocalDate> {
            @Override
            public ValidationError validate(LocalDate value) {
                return value.isAfter(today)
                        ? ValidationError.of("This day is yet to come.", "future")
                        : null;
            }
        }

        assertThat(new NotInTheFuture(LocalDate.EPOCH).validate(LocalDate.EPOCH)).isNull();
        assertThat(new NotInTheFuture(LocalDate.EPOCH))
                .isEqualTo(new NotInTheFuture(LocalDate.EPOCH));
    }
}
