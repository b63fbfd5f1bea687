package dev.quintet.kernel.validate;

import org.jspecify.annotations.Nullable;

/// Asks for text without the character 0, which databases refuse.
public record NullCharsValidator() implements Validator<String> {

    private static final ValidationError INVALID =
            ValidationError.of("Null characters are not allowed.", "null_characters_not_allowed");

    @Override
    public @Nullable ValidationError validate(String value) {
        return value.indexOf(0) < 0 ? null : INVALID;
    }
}
