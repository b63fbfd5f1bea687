package dev.quintet.auth.password;

import dev.quintet.kernel.validate.ValidationError;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The rules of a site for new passwords. Immutable, safe for many threads.
///
/// ```java
/// List<ValidationError> errors =
///         PasswordValidators.standard().validate(typed, Map.of("username", user.username));
/// ```
///
/// @param list in the order in which their errors are told
public record PasswordValidators(List<PasswordValidator> list) {

    /// Keeps a copy.
    public PasswordValidators {
        list = List.copyOf(list);
    }

    /// {@return those of a new project of Django: unlike its owner's names, eight characters, not
    /// among the common ones, not digits alone}
    public static PasswordValidators standard() {
        return new PasswordValidators(
                List.of(
                        SimilarityValidator.standard(),
                        new MinimumLengthValidator(8),
                        new CommonPasswordValidator(),
                        new NumericPasswordValidator()));
    }

    /// {@return why a password is refused, all reasons at once; none when it is fine}
    ///
    /// @param owner what is known of the person, by the names that people read
    public List<ValidationError> validate(String password, Map<String, String> owner) {
        return list.stream()
                .map(validator -> validator.validate(password, owner))
                .filter(Objects::nonNull)
                .toList();
    }

    /// {@return the rules in sentences for the form, in the active language}
    public List<String> help() {
        return list.stream().map(PasswordValidator::help).toList();
    }
}
