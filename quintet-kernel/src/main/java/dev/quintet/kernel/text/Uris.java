package dev.quintet.kernel.text;

import dev.quintet.kernel.text.scan.Chars;
import dev.quintet.kernel.text.scan.SplitUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// URLs from text, and back. All of it is UTF-8; linear time.
public final class Uris {

    private static final int LONGEST_URL = 2048;
    private static final BitSet NOTHING_MORE = PercentCoding.safe("");
    private static final BitSet PATH = PercentCoding.safe("/:@&+$,!*'()");
    private static final BitSet FILE_PATH = PercentCoding.safe("/!*()'");
    private static final BitSet IRI = PercentCoding.safe("/#%[]=:;$&()+,!?*@'");
    private static final BitSet DELIMITERS = PercentCoding.safe("!$&'()*+,;=:/?#[]@");

    private Uris() {}

    /// {@return `text` with everything but letters, digits, `_.-~` and the characters of `safe` as
    /// `%XX`}
    public static String quote(String text, String safe) {
        return PercentCoding.quote(text, safe.isEmpty() ? NOTHING_MORE : PercentCoding.safe(safe));
    }

    /// {@return `text` with its `%XX` decoded; what is no UTF-8 becomes U+FFFD, what is no escape
    /// stays}
    public static String unquote(String text) {
        return PercentCoding.unquote(text);
    }

    /// {@return `text` as a key or value of a query: as {@link #quote}, with `+` for spaces}
    public static String quotePlus(String text) {
        return PercentCoding.quotePlus(text, NOTHING_MORE);
    }

    /// {@return what a reader typed as an address, made absolute: `example.com/a` is
    /// `https://example.com/a`; `null` where its brackets or its host cannot be right}
    ///
    /// @param scheme to be taken where none was typed, in lower case
    public static @Nullable String absolute(String typed, String scheme) {
        SplitUrl url = SplitUrl.of(typed);
        if (url == null) {
            return null;
        }
        if (url.scheme().isEmpty()) {
            url = new SplitUrl(scheme, url.authority(), url.path(), url.query(), url.fragment());
        }
        if (url.authority().isEmpty()) {
            // What looks like a path begins with the host then.
            url = SplitUrl.of(url.with(url.path(), "", url.query(), url.fragment()).join());
        }
        return url == null ? null : url.join();
    }

    /// {@return what a key or value of a query means: `+` is a space}
    public static String unquotePlus(String text) {
        return PercentCoding.unquote(text.replace('+', ' '));
    }

    /// {@return pairs as the query of a URL, in their order; a collection gives its key once for
    /// each of its elements}
    ///
    /// @throws TextException when a value is null: whether it means nothing or `""` is for the
    ///   caller to say
    public static String query(Map<String, ? extends @Nullable Object> pairs) {
        var out = new StringBuilder();
        pairs.forEach((key, value) -> {
            if (value instanceof Collection<?> several) {
                several.forEach(one -> pair(key, one, out));
            } else {
                pair(key, value, out);
            }
        });
        return out.toString();
    }

    private static void pair(String key, @Nullable Object value, StringBuilder out) {
        if (value == null) {
            throw new TextException(
                    dev.quintet.kernel.error.Problem.of(
                                    "kernel.E062",
                                    "Cannot encode null for key '" + key + "' in a query string.")
                            .fixedBy("Pass an empty string, or leave the key out."));
        }
        String text =
                value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : value.toString();
        out.append(out.isEmpty() ? "" : "&").append(quotePlus(key)).append('=');
        out.append(quotePlus(text));
    }

    /// {@return the pairs of a query in their order; a key without `=` has the value `""`}
    public static List<Map.Entry<String, String>> parseQuery(String query) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (int at = 0; at < query.length(); ) {
            int end = query.indexOf('&', at);
            end = end < 0 ? query.length() : end;
            if (end > at) {
                int sign = query.indexOf('=', at, end);
                boolean valued = sign >= 0;
                pairs.add(
                        Map.entry(
                                unquotePlus(query.substring(at, valued ? sign : end)),
                                valued ? unquotePlus(query.substring(sign + 1, end)) : ""));
            }
            at = end + 1;
        }
        return pairs;
    }

    /// {@return an IRI, which may hold any letters, as a URI; what is escaped already stays}
    public static String iriToUri(String iri) {
        return PercentCoding.quote(iri, IRI);
    }

    /// {@return a URI as an IRI: `%XX` become letters where they are letters, and stay where they
    /// would change the meaning or are no UTF-8}
    public static String uriToIri(String uri) {
        byte[] bytes = uri.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int size = 0;
        for (int i = 0; i < bytes.length; i++) {
            int value = -1;
            if (bytes[i] == '%' && i + 2 < bytes.length) {
                int high = Chars.hex(bytes[i + 1]);
                int low = Chars.hex(bytes[i + 2]);
                value = high < 0 || low < 0 ? -1 : high << 4 | low;
            }
            if (value >= 128 || (value >= 0 && NOTHING_MORE.get(value))) {
                decoded[size++] = (byte) value;
                i += 2;
            } else {
                decoded[size++] = bytes[i];
            }
        }
        return withBrokenEscaped(java.util.Arrays.copyOf(decoded, size));
    }

    /// {@return bytes as text, those that are no UTF-8 as `%XX`}
    public static String withBrokenEscaped(byte[] bytes) {
        var out = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            if (length == 0) {
                PercentCoding.append(out, bytes[i++], NOTHING_MORE);
            } else {
                out.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
            }
        }
        return out.toString();
    }

    /// The length of the UTF-8 sequence at `at`, or 0 when there is none.
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean wrong =
                (first == 0xE0 && second < 0xA0)
                        || (first == 0xED && second > 0x9F)
                        || (first == 0xF0 && second < 0x90)
                        || (first == 0xF4 && second > 0x8F);
        return wrong ? 0 : length;
    }

    /// {@return the path of a URL with all characters escaped that would end it}
    public static String escapePath(String path) {
        return PercentCoding.quote(path, PATH);
    }

    /// {@return the path of a file, with `/` or `\\`, as the path of a URL}
    public static String filePathToUri(String path) {
        return PercentCoding.quote(path.replace('\\', '/'), FILE_PATH);
    }

    /// {@return `path` with its second leading slash escaped: `//host/` is a path here, and not
    /// another host}
    public static String escapeLeadingSlashes(String path) {
        return path.startsWith("//") ? "/%2F" + path.substring(2) : path;
    }

    /// {@return a URL as people type it, made fit for `href`: the host in ASCII, the rest escaped
    /// once}
    public static String smartQuote(String url) {
        SplitUrl parts = SplitUrl.of(url);
        String host = parts == null ? null : SplitUrl.punycode(parts.authority());
        if (parts == null || host == null) {
            return requoted(url);
        }
        var query = new StringBuilder();
        for (var pair : parseQuery(parts.query())) {
            // decoded twice, as Django does: a link may have been escaped by its author, too
            pair(
                    PercentCoding.unquote(pair.getKey()),
                    PercentCoding.unquote(pair.getValue()),
                    query);
        }
        return parts.with(
                        host, requoted(parts.path()), query.toString(), requoted(parts.fragment()))
                .join();
    }

    private static String requoted(String part) {
        return PercentCoding.quote(PercentCoding.unquote(part), DELIMITERS);
    }

    /// {@return whether it is safe to send a visitor to `url`: it stays on the site, or goes to one
    /// of `allowedHosts` by http or https}
    ///
    /// Django: `url_has_allowed_host_and_scheme`.
    ///
    /// @param url as it came from the visitor
    /// @param allowedHosts hosts with their ports, as in the header `Host`
    /// @param requireHttps whether http is refused
    public static boolean allowedRedirect(
            @Nullable String url, Set<String> allowedHosts, boolean requireHttps) {
        String stripped = url == null ? "" : Chars.strip(url);
        // A backslash is a slash to some browsers.
        return !stripped.isEmpty()
                && allowed(stripped, allowedHosts, requireHttps)
                && allowed(stripped.replace('\\', '/'), allowedHosts, requireHttps);
    }

    private static boolean allowed(String url, Set<String> hosts, boolean requireHttps) {
        if (url.startsWith("///") || url.length() > LONGEST_URL || invisible(url.codePointAt(0))) {
            return false;
        }
        SplitUrl parts = SplitUrl.of(url);
        if (parts == null || (parts.authority().isEmpty() && !parts.scheme().isEmpty())) {
            return false;
        }
        if (parts.authority().isEmpty()) {
            return true;
        }
        boolean scheme =
                switch (parts.scheme()) {
                    case "https" -> true;
                    case "http", "" -> !requireHttps;
                    default -> false;
                };
        return scheme && hosts.contains(parts.authority());
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }

    /// {@return whether `host` is `pattern`, or one of its subdomains where that begins with a dot}
    public static boolean sameDomain(String host, String pattern) {
        if (pattern.isEmpty()) {
            return false;
        }
        String wanted = pattern.toLowerCase(java.util.Locale.ROOT);
        return wanted.startsWith(".")
                ? host.endsWith(wanted) || host.equals(wanted.substring(1))
                : host.equals(wanted);
    }
}
