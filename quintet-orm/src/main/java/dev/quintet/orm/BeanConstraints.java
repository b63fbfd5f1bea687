package dev.quintet.orm;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.validate.DecimalValidator;
import dev.quintet.kernel.validate.EmailValidator;
import dev.quintet.kernel.validate.MaxLengthValidator;
import dev.quintet.kernel.validate.MinLengthValidator;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.kernel.validate.Validator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Validators for the annotations of Jakarta Validation; generated mappings call these. The library
/// itself is not needed.
public final class BeanConstraints {

    private BeanConstraints() {}

    /// {@return `@Size`: of characters of a text, or of elements}
    public static Validator<Object> size(int min, int max) {
        return value -> {
            if (value instanceof CharSequence text) {
                ValidationError shorter = new MinLengthValidator(min).validate(text.toString());
                return shorter != null
                        ? shorter
                        : new MaxLengthValidator(max).validate(text.toString());
            }
            int size =
                    switch (value) {
                        case Collection<?> all -> all.size();
                        case Map<?, ?> all -> all.size();
                        case byte[] bytes -> bytes.length;
                        default -> min;
                    };
            return size >= min && size <= max
                    ? null
                    : ValidationError.of(
                                    "Ensure this value has between %(min)s and %(max)s elements.",
                                    "size")
                            .with("min", min)
                            .with("max", max);
        };
    }

    /// {@return `@NotBlank`}
    public static Validator<Object> notBlank() {
        return value ->
                String.valueOf(value).isBlank()
                        ? ValidationError.of("This field cannot be blank.", "blank")
                        : null;
    }

    /// {@return `@Email`}
    public static Validator<Object> email() {
        return value -> new EmailValidator().validate(String.valueOf(value));
    }

    /// {@return `@Pattern`}
    public static Validator<Object> pattern(String expression) {
        Pattern pattern = Pattern.compile(expression);
        return value ->
                pattern.matcher(String.valueOf(value)).matches()
                        ? null
                        : ValidationError.of("Enter a valid value.", "invalid");
    }

    /// {@return `@Min`, `@DecimalMin`}
    public static Validator<Object> min(String limit, boolean inclusive) {
        var least = new BigDecimal(limit);
        return value -> {
            int order = number(value).compareTo(least);
            boolean fine = inclusive ? order >= 0 : order > 0;
            return fine
                    ? null
                    : ValidationError.of(
                                    inclusive
                                            ? gettextNoop(
                                                    "Ensure this value is greater than or equal to %(limit_value)s.")
                                            : gettextNoop(
                                                    "Ensure this value is greater than %(limit_value)s."),
                                    "min_value")
                            .with("limit_value", least)
                            .with("show_value", value);
        };
    }

    /// {@return `@Max`, `@DecimalMax`}
    public static Validator<Object> max(String limit, boolean inclusive) {
        var most = new BigDecimal(limit);
        return value -> {
            int order = number(value).compareTo(most);
            boolean fine = inclusive ? order <= 0 : order < 0;
            return fine
                    ? null
                    : ValidationError.of(
                                    inclusive
                                            ? gettextNoop(
                                                    "Ensure this value is less than or equal to %(limit_value)s.")
                                            : gettextNoop(
                                                    "Ensure this value is less than %(limit_value)s."),
                                    "max_value")
                            .with("limit_value", most)
                            .with("show_value", value);
        };
    }

    /// {@return `@Positive`, `@PositiveOrZero`, `@Negative`, `@NegativeOrZero`}
    public static Validator<Object> sign(String name) {
        return switch (name) {
            case "Positive" -> min("0", false);
            case "PositiveOrZero" -> min("0", true);
            case "Negative" -> max("0", false);
            default -> max("0", true);
        };
    }

    /// {@return `@Digits`}
    public static Validator<Object> digits(int whole, int fraction) {
        var validator = new DecimalValidator(whole + fraction, fraction);
        return value -> validator.validate(number(value));
    }

    /// {@return `@AssertTrue`, `@AssertFalse`}
    public static Validator<Object> truth(boolean expected) {
        return value ->
                value.equals(expected)
                        ? null
                        : ValidationError.of("Enter a valid value.", "invalid");
    }

    /// {@return `@Past`, `@PastOrPresent`, `@Future`, `@FutureOrPresent`}
    public static Validator<Object> when(String name) {
        return value -> {
            int order = order(value);
            boolean fine =
                    switch (name) {
                        case "Past" -> order < 0;
                        case "PastOrPresent" -> order <= 0;
                        case "Future" -> order > 0;
                        default -> order >= 0;
                    };
            return fine
                    ? null
                    : ValidationError.of(
                            name.startsWith("Past")
                                    ? gettextNoop("Ensure this value lies in the past.")
                                    : gettextNoop("Ensure this value lies in the future."),
                            name.startsWith("Past") ? "past" : "future");
        };
    }

    private static int order(Object value) {
        Context context = Context.find();
        Instant now = (context == null ? Clock.systemUTC() : context.clock()).instant();
        LocalDateTime local = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return switch (value) {
            case Instant time -> time.compareTo(now);
            case LocalDate day -> day.compareTo(local.toLocalDate());
            case LocalDateTime time -> time.compareTo(local);
            default -> 0;
        };
    }

    private static BigDecimal number(@Nullable Object value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(String.valueOf(value));
    }
}
