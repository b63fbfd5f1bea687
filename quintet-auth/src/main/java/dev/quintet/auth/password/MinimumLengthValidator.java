package dev.quintet.auth.password;

import static dev.quintet.kernel.i18n.Gettext.ngettext;

import dev.quintet.kernel.i18n.Placeholders;
import dev.quintet.kernel.validate.ValidationError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks for so many characters; one outside the basic plane counts as one. Code:
/// `password_too_short`.
///
/// @param length the least that is fine
public record MinimumLengthValidator(int length) implements PasswordValidator {

    @Override
    public @Nullable ValidationError validate(String password, Map<String, String> owner) {
        return password.codePointCount(0, password.length()) < length
                ? ValidationError.of(
                                "This password is too short. It must contain at least"
                                        + " %(min_length)d character.",
                                "password_too_short")
                        .orMany(
                                "This password is too short. It must contain at least"
                                        + " %(min_length)d characters.",
                                "min_length")
                        .with("min_length", length)
                : null;
    }

    @Override
    public String help() {
        return Placeholders.fill(
                ngettext(
                        "Your password must contain at least %(min_length)d character.",
                        "Your password must contain at least %(min_length)d characters.", length),
                Map.of("min_length", length));
    }
}
