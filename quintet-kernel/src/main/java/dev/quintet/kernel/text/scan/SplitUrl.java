package dev.quintet.kernel.text.scan;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A URL in five parts, split as browsers and Python do, without judging them. Each part is empty
/// where there is none.
///
/// @param scheme in lower case
/// @param authority host with user and port, as written
/// @param path as written
/// @param query after the first `?`
/// @param fragment after the first `#`
public record SplitUrl(
        String scheme, String authority, String path, String query, String fragment) {

    private static final int LONGEST_LABEL = 63;
    private static final Set<String> WITH_AUTHORITY =
            Set.of(
                    "",
                    "ftp",
                    "http",
                    "gopher",
                    "nntp",
                    "telnet",
                    "imap",
                    "wais",
                    "file",
                    "mms",
                    "https",
                    "shttp",
                    "snews",
                    "prospero",
                    "rtsp",
                    "rtspu",
                    "rsync",
                    "svn",
                    "svn+ssh",
                    "sftp",
                    "nfs",
                    "git",
                    "git+ssh",
                    "ws",
                    "wss");

    /// {@return `url` in parts, or `null` when its brackets or its host cannot be right}
    public static @Nullable SplitUrl of(String url) {
        String rest = cleaned(url);
        String scheme = "";
        int colon = rest.indexOf(':');
        if (colon > 0 && schemeEnds(rest, colon)) {
            scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
            rest = rest.substring(colon + 1);
        }
        String authority = "";
        if (rest.startsWith("//")) {
            int end = 2;
            while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            authority = rest.substring(2, end);
            rest = rest.substring(end);
            if (!plausible(authority)) {
                return null;
            }
        }
        String fragment = "";
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            fragment = rest.substring(hash + 1);
            rest = rest.substring(0, hash);
        }
        String query = "";
        int mark = rest.indexOf('?');
        if (mark >= 0) {
            query = rest.substring(mark + 1);
            rest = rest.substring(0, mark);
        }
        return new SplitUrl(scheme, authority, rest, query, fragment);
    }

    /// {@return the parts put together again}
    public String join() {
        var out = new StringBuilder();
        if (!scheme.isEmpty()) {
            out.append(scheme).append(':');
        }
        boolean slashes =
                !authority.isEmpty()
                        || (!scheme.isEmpty()
                                && WITH_AUTHORITY.contains(scheme)
                                && !path.startsWith("//"));
        if (slashes) {
            out.append("//").append(authority);
            if (!path.isEmpty() && path.charAt(0) != '/') {
                out.append('/');
            }
        }
        out.append(path);
        if (!query.isEmpty()) {
            out.append('?').append(query);
        }
        if (!fragment.isEmpty()) {
            out.append('#').append(fragment);
        }
        return out.toString();
    }

    /// {@return these parts with others in place of path, query, authority and fragment}
    public SplitUrl with(String authority, String path, String query, String fragment) {
        return new SplitUrl(scheme, authority, path, query, fragment);
    }

    /// {@return `domain` with each label that is not ASCII in its `xn--` form, or `null` when a
    /// label is empty, too long or forbidden}
    public static @Nullable String punycode(String domain) {
        if (domain.isEmpty()) {
            return domain;
        }
        String[] labels = domain.split("[.\u3002\uFF0E\uFF61]", -1);
        var out = new StringBuilder();
        for (int i = 0; i < labels.length; i++) {
            String label = labels[i];
            boolean root = i == labels.length - 1 && i > 0 && label.isEmpty();
            if (!Chars.ascii(label)) {
                if (label.length() > LONGEST_LABEL) {
                    return null;
                }
                try {
                    label = IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
                } catch (IllegalArgumentException forbidden) {
                    return null;
                }
            }
            if (!root && (label.isEmpty() || label.length() > LONGEST_LABEL)) {
                return null;
            }
            out.append(i == 0 ? "" : ".").append(label);
        }
        return out.toString();
    }

    private static String cleaned(String url) {
        int start = 0;
        while (start < url.length() && url.charAt(start) <= ' ') {
            start++;
        }
        var out = new StringBuilder(url.length());
        for (int i = start; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c != '\t' && c != '\r' && c != '\n') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean schemeEnds(String url, int colon) {
        if (!Chars.asciiLetter(url.charAt(0))) {
            return false;
        }
        for (int i = 1; i < colon; i++) {
            char c = url.charAt(i);
            if (!Chars.asciiAlphanumeric(c) && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean plausible(String authority) {
        int open = authority.indexOf('[');
        int close = authority.indexOf(']');
        if (open >= 0 != close >= 0) {
            return false;
        }
        if (open >= 0) {
            if (close < open) {
                return false;
            }
            String inside = authority.substring(open + 1, close);
            boolean future = inside.startsWith("v") || inside.startsWith("V");
            int zone = inside.indexOf('%');
            String address = zone < 0 ? inside : inside.substring(0, zone);
            if (!future && Ipv6Text.parse(address) == null) {
                return false;
            }
        }
        if (Chars.ascii(authority)) {
            return true;
        }
        // Characters that turn into delimiters when a browser normalizes the host.
        String flat = authority.replaceAll("[@:#?]", "");
        String normal = Chars.normalize(flat, Normalizer.Form.NFKC);
        return flat.equals(normal) || normal.chars().noneMatch(c -> "/?#@:".indexOf(c) >= 0);
    }
}
