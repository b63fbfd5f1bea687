package dev.quintet.kernel.validate;

import dev.quintet.kernel.text.scan.Chars;
import dev.quintet.kernel.text.scan.SplitUrl;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks for an e-mail address such as `ada@example.com`.
///
/// @param allowedDomains domains that are fine although they have no dot
public record EmailValidator(Set<String> allowedDomains) implements Validator<String> {

    /// What is said of a value that is none.
    public static final ValidationError INVALID =
            ValidationError.of("Enter a valid email address.", "invalid");

    private static final int LONGEST = 320;
    private static final String ATOM = "-!#$%&'*+/=?^_`{}|~";

    /// Allows `localhost`.
    public EmailValidator() {
        this(Set.of("localhost"));
    }

    /// Keeps a copy of the domains.
    public EmailValidator {
        allowedDomains = Set.copyOf(allowedDomains);
    }

    @Override
    public @Nullable ValidationError validate(String value) {
        int sign = value.lastIndexOf('@');
        if (sign < 0 || value.length() > LONGEST) {
            return INVALID;
        }
        String user = value.substring(0, sign);
        String domain = value.substring(sign + 1);
        if (!atoms(user) && !quoted(user)) {
            return INVALID;
        }
        if (allowedDomains.contains(domain) || domain(domain) || literal(domain)) {
            return null;
        }
        String ascii = SplitUrl.punycode(domain);
        return ascii != null && domain(ascii) ? null : INVALID;
    }

    private static boolean atoms(String user) {
        boolean dot = true;
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            boolean atom = Chars.asciiAlphanumeric(c) || ATOM.indexOf(c) >= 0;
            if (!atom && (c != '.' || dot)) {
                return false;
            }
            dot = c == '.';
        }
        return !dot;
    }

    private static boolean quoted(String user) {
        int end = user.length() - 1;
        if (end < 1 || user.charAt(0) != '"' || user.charAt(end) != '"') {
            return false;
        }
        for (int i = 1; i < end; i++) {
            char c = user.charAt(i);
            boolean escaped = c == '\\';
            if (escaped) {
                i++;
                c = i < end ? user.charAt(i) : 0;
            }
            boolean control = c == 0 || c == '\n' || c == '\r' || c > 127;
            boolean bare = !escaped && (c == '\t' || c == ' ' || c == '"');
            if (control || bare) {
                return false;
            }
        }
        return true;
    }

    private static boolean literal(String domain) {
        return domain.startsWith("[")
                && domain.endsWith("]")
                && IpAddresses.valid(domain.substring(1, domain.length() - 1));
    }

    private static boolean domain(String domain) {
        String[] labels = domain.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            String label = labels[i];
            boolean last = i == labels.length - 1;
            int length = label.length();
            boolean fine =
                    length <= 63
                            && length >= (last ? 2 : 1)
                            && label.chars().allMatch(c -> Chars.asciiAlphanumeric(c) || c == '-')
                            && (last || label.charAt(0) != '-')
                            && label.charAt(length - 1) != '-';
            if (!fine) {
                return false;
            }
        }
        return labels.length > 1;
    }
}
