package dev.quintet.kernel.validate;

import dev.quintet.kernel.text.scan.Chars;
import dev.quintet.kernel.text.scan.Ipv6Text;
import dev.quintet.kernel.text.scan.SplitUrl;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Asks for an absolute URL such as `https://example.com/a?b=c`.
///
/// @param schemes in lower case
public record UrlValidator(List<String> schemes) implements Validator<String> {

    /// What is said of a value that is none.
    public static final ValidationError INVALID =
            ValidationError.of("Enter a valid URL.", "invalid");

    private static final int LONGEST = 2048;
    private static final int LONGEST_HOST = 253;

    /// Allows `http`, `https`, `ftp` and `ftps`.
    public UrlValidator() {
        this(List.of("http", "https", "ftp", "ftps"));
    }

    /// Keeps a copy of the schemes.
    public UrlValidator {
        schemes = List.copyOf(schemes);
    }

    @Override
    public @Nullable ValidationError validate(String value) {
        return valid(value) ? null : INVALID;
    }

    private boolean valid(String value) {
        int colon = value.indexOf("://");
        if (value.length() > LONGEST
                || colon < 0
                || !schemes.contains(value.substring(0, colon).toLowerCase(Locale.ROOT))
                || value.chars().anyMatch(Chars::space)
                || SplitUrl.of(value) == null) {
            return false;
        }
        int end = colon + 3;
        while (end < value.length() && "/?#".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        String authority = value.substring(colon + 3, end);
        int sign = authority.lastIndexOf('@');
        if (sign >= 0 && !credentials(authority.substring(0, sign))) {
            return false;
        }
        String host = withoutPort(authority.substring(sign + 1));
        return host != null && host(host.toLowerCase(Locale.ROOT));
    }

    /// `user` or `user:password`, without any of the characters that divide a URL.
    private static boolean credentials(String text) {
        int colon = text.indexOf(':');
        return !text.isEmpty()
                && colon != 0
                && text.indexOf('@') < 0
                && (colon < 0 || text.indexOf(':', colon + 1) < 0);
    }

    private static @Nullable String withoutPort(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 0 || hostAndPort.endsWith("]")) {
            return hostAndPort;
        }
        String port = hostAndPort.substring(colon + 1);
        boolean fine =
                !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(Chars::asciiDigit);
        return fine ? hostAndPort.substring(0, colon) : null;
    }

    private static boolean host(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]") && IpAddresses.validV6(host.substring(1, host.length() - 1));
        }
        if (host.length() > LONGEST_HOST || host.isEmpty()) {
            return false;
        }
        return host.equals("localhost") || Ipv6Text.parseV4(host) >= 0 || HostNames.dotted(host);
    }
}
