package dev.quintet.kernel.validate;

import dev.quintet.kernel.text.scan.Chars;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Asks for the name of a host with a dot in it, such as `example.com`; one dot may end it.
///
/// @param international whether letters of all scripts are fine, not only their `xn--` form
public record DomainNameValidator(boolean international) implements Validator<String> {

    /// What is said of a value that is none.
    public static final ValidationError INVALID =
            ValidationError.of("Enter a valid domain name.", "invalid");

    private static final int LONGEST = 255;

    /// Takes letters of all scripts.
    public DomainNameValidator() {
        this(true);
    }

    @Override
    public @Nullable ValidationError validate(String value) {
        boolean fine =
                value.length() <= LONGEST
                        && (international || Chars.ascii(value))
                        && HostNames.dotted(value.toLowerCase(Locale.ROOT));
        return fine ? null : INVALID;
    }
}
