package dev.quintet.kernel.validate;

import org.jspecify.annotations.Nullable;

/// Asks for text of at most `limit` characters; a character outside the basic plane counts as one.
///
/// @param limit a length that is still fine
public record MaxLengthValidator(int limit) implements Validator<String> {

    @Override
    public @Nullable ValidationError validate(String value) {
        int length = value.codePointCount(0, value.length());
        return length > limit
                ? ValidationError.of(
                                "Ensure this value has at most %(limit_value)d character (it has"
                                        + " %(show_value)d).",
                                "max_length")
                        .orMany(
                                "Ensure this value has at most %(limit_value)d characters (it has"
                                        + " %(show_value)d).",
                                "limit_value")
                        .with("limit_value", limit)
                        .with("show_value", length)
                        .with("value", value)
                : null;
    }
}
