package dev.quintet.kernel.validate;

import org.jspecify.annotations.Nullable;

/// Asks for a whole number as text, or for some with a separator between.
///
/// @param separator what stands between numbers, or `null` for one number only
/// @param negative whether numbers may be negative
public record IntegerTextValidator(@Nullable String separator, boolean negative)
        implements Validator<String> {

    private static final ValidationError ONE =
            ValidationError.of("Enter a valid integer.", "invalid");
    private static final ValidationError SEVERAL =
            ValidationError.of("Enter only digits separated by commas.", "invalid");

    /// Asks for one number, which may be negative.
    public IntegerTextValidator() {
        this(null, true);
    }

    /// {@return asks for numbers such as `1,2,3`}
    public static IntegerTextValidator commaSeparated() {
        return new IntegerTextValidator(",", false);
    }

    @Override
    public @Nullable ValidationError validate(String value) {
        if (separator == null) {
            return number(value, 0, value.length()) ? null : ONE;
        }
        int at = 0;
        while (true) {
            int end = value.indexOf(separator, at);
            if (!number(value, at, end < 0 ? value.length() : end)) {
                return SEVERAL;
            }
            if (end < 0) {
                return null;
            }
            at = end + separator.length();
        }
    }

    private boolean number(String text, int from, int to) {
        int start = negative && from < to && text.charAt(from) == '-' ? from + 1 : from;
        for (int i = start; i < to; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return to > start;
    }
}
