package dev.quintet.http;

import dev.quintet.kernel.text.Uris;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Judges the names of hosts, as `Host`, `Origin` and `Referer` give them. Django:
/// `split_domain_port`, `validate_host`.
public final class Hosts {

    private static final Pattern HOST =
            Pattern.compile("([a-z0-9.-]+|\\[[a-f0-9]*:[a-f0-9.:]+\\])(?::([0-9]+))?");

    private Hosts() {}

    /// The parts of a `Host` header.
    ///
    /// @param domain in lower case, less an ending dot; empty where the header is malformed
    /// @param port digits, or empty
    public record Parts(String domain, String port) {}

    /// {@return the domain and port of a `Host` header; both empty where it is malformed}
    public static Parts split(String host) {
        Matcher m = HOST.matcher(host.toLowerCase(Locale.ROOT));
        if (host.length() > 300 || !m.matches()) {
            return new Parts("", "");
        }
        String domain = String.valueOf(m.group(1));
        String port = m.group(2);
        return new Parts(
                domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain,
                port == null ? "" : port);
    }

    /// {@return whether `host`, with or without a port, is one of `allowed`: `.example.com` means
    /// all below it, `*` any}
    public static boolean allowed(String host, List<String> allowed) {
        String domain = split(host).domain();
        if (domain.isEmpty()) {
            return false;
        }
        return matches(domain, allowed);
    }

    /// {@return whether a domain, without a port, is one of `allowed`: `.example.com` means all
    /// below it, `*` any}
    public static boolean matches(String domain, List<String> allowed) {
        for (String pattern : allowed) {
            if (pattern.equals("*") || Uris.sameDomain(domain, pattern)) {
                return true;
            }
        }
        return false;
    }
}
