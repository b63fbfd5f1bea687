package dev.quintet.auth.password;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.validate.ValidationError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Refuses some 49,000 passwords that many people have, in any case. Code: `password_too_common`.
///
/// The list is that of zxcvbn-ts (see NOTICE), whole; it is read when the first password is looked
/// up.
public record CommonPasswordValidator() implements PasswordValidator {

    private static final class Common {
        private static final Set<String> PASSWORDS = read();

        private static Set<String> read() {
            try (InputStream packed =
                            Objects.requireNonNull(
                                    CommonPasswordValidator.class.getResourceAsStream(
                                            "common-passwords.json.gz"));
                    InputStream list = new GZIPInputStream(packed)) {
                var passwords = new HashSet<String>(100_000);
                if (Json.parse(list.readAllBytes()) instanceof List<?> all) {
                    all.forEach(each -> passwords.add(String.valueOf(each)));
                }
                return passwords;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Override
    public @Nullable ValidationError validate(String password, Map<String, String> owner) {
        return Common.PASSWORDS.contains(password.toLowerCase(Locale.ROOT).strip())
                ? ValidationError.of("This password is too common.", "password_too_common")
                : null;
    }

    @Override
    public String help() {
        return gettext("Your password can’t be a commonly used password.");
    }
}
