package dev.quintet.kernel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com",
                "a.b+c@d-e.co.uk",
                "\"\\\u0011\"@here.com",
                "email@[127.0.0.1]",
                "email@[::ffff:127.0.0.1]",
                "a@localhost",
                "a@exämple.com"
            })
    void takesAddressesOfMail(String address) {
        assertThat(new EmailValidator().validate(address)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@x.com",
                "a@",
                "a@b",
                "a b@x.com",
                ".a@x.com",
                "a..b@x.com",
                "a@-x.com",
                "a@x-.com",
                "a@x..com",
                "a@[127.0.0.256]",
                "a@x.com\n",
                "é@x.com",
                "a@x.c"
            })
    void refusesWhatIsNoAddressOfMail(String text) {
        assertThat(new EmailValidator().validate(text)).isEqualTo(EmailValidator.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "https://user:pw@example.com:8000/a?b#c",
                "http://localhost/",
                "http://127.0.0.1/",
                "http://[::1]:80/",
                "http://пример.рф",
                "http://example.com./",
                "http://xn--d1abbgf6aiiy.xn--p1ai/"
            })
    void takesUrls(String url) {
        assertThat(new UrlValidator().validate(url)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "//a",
                "javascript:x",
                "http://",
                "http://a_b.com",
                "http://1.2.3.256/",
                "http://-a.com",
                "http://a.com:x",
                "http://a b.com",
                "http://a.com/ b",
                "gopher://a.com",
                "http://a.com:123456/",
                "http://@a.com",
                "http://a@b@c.com/",
                "http://[::1",
                "http://a.b"
            })
    void refusesWhatIsNoUrl(String text) {
        assertThat(new UrlValidator().validate(text)).isEqualTo(UrlValidator.INVALID);
    }

    @Test
    void cleansAddressesOfNetworks() {
        assertThat(IpAddresses.cleanV6("2001:000:a:0000:0:fe:fe:beef", false))
                .isEqualTo("2001:0:a::fe:fe:beef");
        assertThat(IpAddresses.cleanV6("::ffff:0a0a:0a0a", true)).isEqualTo("10.10.10.10");
        assertThat(IpAddresses.validV4("01.2.3.4")).isFalse();
        assertThat(IpAddresses.validV6("1::2::3")).isFalse();
    }

    @Test
    void saysHowManyCharactersAreTooMany() {
        assertThat(new MaxLengthValidator(1).validate("ab"))
                .extracting(ValidationError::code, ValidationError::text)
                .containsExactly(
                        "max_length", "Ensure this value has at most 1 character (it has 2).");
        assertThat(new MinLengthValidator(3).validate("😀"))
                .extracting(ValidationError::text)
                .isEqualTo("Ensure this value has at least 3 characters (it has 1).");
    }

    @Test
    void holdsNumbersToTheirLimits() {
        assertThat(new MaxValueValidator<>(3).validate(3)).isNull();
        assertThat(new MinValueValidator<>(3).validate(2))
                .extracting(ValidationError::text)
                .isEqualTo("Ensure this value is greater than or equal to 3.");
        assertThat(new StepValueValidator(0.1).validate(0.3)).isNull();
        assertThat(new StepValueValidator(3, 1).validate(5))
                .extracting(ValidationError::text)
                .isEqualTo(
                        "Ensure this value is a multiple of step size 3, starting from 1, e.g. 1, 4,"
                                + " 7, and so on.");
    }

    @Test
    void countsDigits() {
        var validator = new DecimalValidator(5, 2);

        assertThat(validator.validate(new BigDecimal("123.45"))).isNull();
        assertThat(validator.validate(new BigDecimal("0.001")))
                .extracting(ValidationError::code)
                .isEqualTo("max_decimal_places");
        assertThat(validator.validate(new BigDecimal("1E+3")))
                .extracting(ValidationError::code)
                .isEqualTo("max_whole_digits");
        assertThat(validator.validate(new BigDecimal("1234.56")))
                .extracting(ValidationError::text)
                .isEqualTo("Ensure that there are no more than 5 digits in total.");
    }

    @Test
    void looksIntoImages() {
        byte[] png = "\u0089PNG\r\n\u001A\n0000".getBytes(StandardCharsets.ISO_8859_1);
        byte[] page = "<html><script>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(new ImageContentValidator().validate(png)).isNull();
        assertThat(new ImageContentValidator().validate(page))
                .extracting(ValidationError::code)
                .isEqualTo("invalid_image");
        assertThat(new FileExtensionValidator("png").validate("a.PNG")).isNull();
        assertThat(new FileExtensionValidator("png").validate(".png")).isNotNull();
    }

    @Test
    void looksAtText() {
        assertThat(new SlugValidator().validate("a-b_C1")).isNull();
        assertThat(new SlugValidator().validate("é")).isNotNull();
        assertThat(new SlugValidator(true).validate("é")).isNull();
        assertThat(new NullCharsValidator().validate("a\0")).isNotNull();
        assertThat(new IntegerTextValidator().validate("-12")).isNull();
        assertThat(IntegerTextValidator.commaSeparated().validate("1,,2")).isNotNull();
        assertThat(new RegexValidator("^a+\\z").validate("aaa")).isNull();
        assertThat(new RegexValidator("^a+\\z")).isEqualTo(new RegexValidator("^a+\\z"));
    }

    @Test
    void takesDomains() {
        assertThat(new DomainNameValidator().validate("sub.exämple.com.")).isNull();
        assertThat(new DomainNameValidator().validate("localhost")).isNotNull();
        assertThat(new DomainNameValidator().validate("a..com")).isNotNull();
        assertThat(new DomainNameValidator().validate("1.2.3.4")).isNotNull();
        assertThat(new DomainNameValidator(false).validate("exämple.com")).isNotNull();
        assertThat(new DomainNameValidator(false).validate("xn--exmple-cua.com")).isNull();
    }

    @Test
    void namesTheKindOfAddress() {
        assertThat(new IpAddressValidator(IpAddressValidator.Protocol.IPV6).validate("1.2.3.4"))
                .extracting(ValidationError::text)
                .isEqualTo("Enter a valid IPv6 address.");
    }

    @Test
    void saysItInOtherWords() {
        Validator<String> slug = new SlugValidator().saying("“%(value)s” is no slug.", "no_slug");

        assertThat(slug.validate("a b"))
                .extracting(ValidationError::code, ValidationError::text)
                .containsExactly("no_slug", "“a b” is no slug.");
        assertThat(slug.validate("a-b")).isNull();
        assertThat(
                        new MaxLengthValidator(1)
                                .saying("%(show_value)d > %(limit_value)d")
                                .validate("ab"))
                .extracting(ValidationError::code, ValidationError::text)
                .containsExactly("max_length", "2 > 1");
        assertThat(slug)
                .isEqualTo(new SlugValidator().saying("“%(value)s” is no slug.", "no_slug"));
    }

    @Test
    void servesModelsFormsAndSerializersAlike() {
        Validator<CharSequence> ofUsers = text -> text.isEmpty() ? EmailValidator.INVALID : null;
        List<Validator<? super String>> field =
                List.of(new MaxLengthValidator(3), ofUsers, new NullCharsValidator());

        assertThat(Validator.errors("a\0bc", field))
                .extracting(ValidationError::code)
                .containsExactly("max_length", "null_characters_not_allowed");
        assertThat(Validator.errors("abc", field)).isEmpty();
    }

    @Test
    void knowsTheNamesOfImages() {
        assertThat(FileExtensionValidator.images().validate("a.JPG")).isNull();
        assertThat(FileExtensionValidator.images().validate("a.svg")).isNotNull();
    }
}
