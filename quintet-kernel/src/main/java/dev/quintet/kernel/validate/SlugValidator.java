package dev.quintet.kernel.validate;

import dev.quintet.kernel.text.scan.Chars;
import org.jspecify.annotations.Nullable;

/// Asks for a slug: letters, digits, `_` and `-`.
///
/// @param unicode whether letters and digits of all scripts are fine
public record SlugValidator(boolean unicode) implements Validator<String> {

    private static final ValidationError INVALID =
            ValidationError.of(
                    "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.",
                    "invalid");
    private static final ValidationError INVALID_UNICODE =
            ValidationError.of(
                    "Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or"
                            + " hyphens.",
                    "invalid");

    /// Allows ASCII only.
    public SlugValidator() {
        this(false);
    }

    @Override
    public @Nullable ValidationError validate(String value) {
        boolean fine =
                !value.isEmpty()
                        && value.codePoints()
                                .allMatch(c -> c == '-' || (Chars.word(c) && (unicode || c < 128)));
        return fine ? null : unicode ? INVALID_UNICODE : INVALID;
    }
}
