package dev.quintet.kernel.validate;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks for text in which a regular expression finds something, or nothing.
///
/// Anchor the expression (`^...\\z`) to have it match the whole. Java backtracks: beware of nested
/// repetition such as `(a+)+` where strangers write the text.
///
/// @param regex what to find
/// @param inverse whether finding it is the mistake
/// @param error what is said of a value that is refused
public record RegexValidator(Pattern regex, boolean inverse, ValidationError error)
        implements Validator<String> {

    /// Refuses with "Enter a valid value." what does not have `regex` in it.
    public RegexValidator(String regex) {
        this(Pattern.compile(regex), false, ValidationError.of("Enter a valid value.", "invalid"));
    }

    @Override
    public @Nullable ValidationError validate(String value) {
        return regex.matcher(value).find() == inverse ? error : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegexValidator that
                && that.regex.pattern().equals(regex.pattern())
                && that.regex.flags() == regex.flags()
                && that.inverse == inverse
                && that.error.equals(error);
    }

    @Override
    public int hashCode() {
        return Objects.hash(regex.pattern(), regex.flags(), inverse, error);
    }
}
