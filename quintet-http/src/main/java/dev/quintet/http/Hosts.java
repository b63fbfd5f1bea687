package dev.quintet.http;

import dev.quintet.kernel.text.Uris;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Judges the names of hosts, as `Host`, `Origin` and `Referer` give them. Django:
/// `split_domain_port`, `validate_host`.
public final class Hosts {

    private static final int MOST_CHARACTERS = 300;
    private static final Parts MALFORMED = new Parts("", "");

    /// An address of IPv6, in brackets.
    private static final Pattern ADDRESS =
            Pattern.compile("(\\[[a-f0-9]*:[a-f0-9.:]+\\])(?::([0-9]+))?");

    private Hosts() {}

    /// The parts of a `Host` header.
    ///
    /// @param domain in lower case, less an ending dot; empty where the header is malformed
    /// @param port digits, or empty
    public record Parts(String domain, String port) {}

    /// {@return the domain and port of a `Host` header; both empty where it is malformed}
    public static Parts split(String host) {
        if (host.isEmpty() || host.length() > MOST_CHARACTERS) {
            return MALFORMED;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.charAt(0) == '[') {
            Matcher address = ADDRESS.matcher(lower);
            return address.matches()
                    ? new Parts(
                            String.valueOf(address.group(1)),
                            Objects.requireNonNullElse(address.group(2), ""))
                    : MALFORMED;
        }
        int colon = lower.indexOf(':');
        String domain = colon < 0 ? lower : lower.substring(0, colon);
        String port = colon < 0 ? "" : lower.substring(colon + 1);
        boolean wellFormed =
                !domain.isEmpty()
                        && all(domain, Hosts::inDomain)
                        && (colon < 0 || (!port.isEmpty() && all(port, Hosts::isDigit)));
        if (!wellFormed) {
            return MALFORMED;
        }
        return new Parts(
                domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain, port);
    }

    private static boolean all(String text, IntPredicate allowed) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean inDomain(int c) {
        return (c >= 'a' && c <= 'z') || isDigit(c) || c == '.' || c == '-';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
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
