package dev.quintet.auth.password;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.validate.ValidationError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Refuses what is like the name or the address of its owner, or a word of them. Code:
/// `password_too_similar`. Django: `UserAttributeSimilarityValidator`.
///
/// Two texts are alike by the characters that they share, in whatever order; linear time.
///
/// @param most the likeness from which on a password is refused, from 0.1 to 1
public record SimilarityValidator(double most) implements PasswordValidator {

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

    /// Refuses a likeness that nearly everything has.
    public SimilarityValidator {
        if (!(most >= 0.1)) {
            throw new IllegalArgumentException("A likeness is at least 0.1, not " + most);
        }
    }

    /// {@return the rule with Django's likeness, 0.7}
    public static SimilarityValidator standard() {
        return new SimilarityValidator(0.7);
    }

    @Override
    public @Nullable ValidationError validate(String password, Map<String, String> owner) {
        int[] typed = password.toLowerCase(Locale.ROOT).codePoints().toArray();
        for (var known : owner.entrySet()) {
            String value = known.getValue().toLowerCase(Locale.ROOT);
            var parts = new ArrayList<>(List.of(BETWEEN_WORDS.split(value)));
            parts.add(value);
            for (String part : parts) {
                if (!part.isEmpty() && alike(typed, part.codePoints().toArray())) {
                    return ValidationError.of(
                                    "The password is too similar to the %(verbose_name)s.",
                                    "password_too_similar")
                            .with("verbose_name", known.getKey());
                }
            }
        }
        return null;
    }

    private boolean alike(int[] password, int[] part) {
        if (password.length >= 10 * part.length && part.length < most / 2 * password.length) {
            return false;
        }
        var left = new HashMap<Integer, Integer>();
        for (int c : part) {
            left.merge(c, 1, Integer::sum);
        }
        int shared = 0;
        for (int c : password) {
            Integer more = left.get(c);
            if (more != null && more > 0) {
                left.put(c, more - 1);
                shared++;
            }
        }
        return 2.0 * shared / (password.length + part.length) >= most;
    }

    @Override
    public String help() {
        return gettext("Your password can’t be too similar to your other personal information.");
    }
}
