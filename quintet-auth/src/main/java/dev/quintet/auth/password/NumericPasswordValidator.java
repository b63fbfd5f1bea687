package dev.quintet.auth.password;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.validate.ValidationError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Refuses digits alone, of any script. Code: `password_entirely_numeric`.
public record NumericPasswordValidator() implements PasswordValidator {

    @Override
    public @Nullable ValidationError validate(String password, Map<String, String> owner) {
        return !password.isEmpty() && password.codePoints().allMatch(Character::isDigit)
                ? ValidationError.of(
                        "This password is entirely numeric.", "password_entirely_numeric")
                : null;
    }

    @Override
    public String help() {
        return gettext("Your password can’t be entirely numeric.");
    }
}
