package dev.quintet.auth;

import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.kernel.validate.Validator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks for letters of any script, digits and `@.+-_`. A value. Django: `UnicodeUsernameValidator`.
public record UsernameValidator() implements Validator<String> {

    private static final Pattern NAME =
            Pattern.compile("[\\w.@+-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final ValidationError REFUSED =
            ValidationError.of(
                    "Enter a valid username. This value may contain only letters, numbers, and"
                            + " @/./+/-/_ characters.",
                    "invalid");

    @Override
    public @Nullable ValidationError validate(String value) {
        return NAME.matcher(value).matches() ? null : REFUSED;
    }
}
