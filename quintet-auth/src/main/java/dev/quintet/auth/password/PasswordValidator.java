package dev.quintet.auth.password;

import dev.quintet.kernel.validate.ValidationError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a new password must satisfy. A value: safe for many threads.
///
/// Never called when somebody signs in: passwords that are older than a rule stay good. Django: the
/// validators of `AUTH_PASSWORD_VALIDATORS`.
public interface PasswordValidator {

    /// {@return why a password is refused, or `null` when it is fine; never with the password in
    /// its words}
    ///
    /// @param owner what is known of the person, by the names that people read: `username`, `email
    ///   address`; may be empty
    @Nullable ValidationError validate(String password, Map<String, String> owner);

    /// {@return the rule in a sentence for the form, in the active language}
    String help();
}
