package dev.quintet.kernel.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address of a database, cache, broker or mail server:
/// `postgresql://ada:secret@db:5432/shop?ssl=true`.
///
/// Special characters of user and password are percent-encoded; most that are not survive as well,
/// since the last `@` before the path ends the password. Of a cluster, `host` is the first and
/// `hosts` has all. Never prints the password.
///
/// @param scheme in small letters, such as `postgresql`, `redis`, `memory`
/// @param user decoded, or `null` when there is none
/// @param password decoded, or `null` when there is none
/// @param hosts `host` or `host:port` each, the brackets of IPv6 kept; empty for a file or memory
/// @param path decoded, less its first slash when there is a host: a database's name, a file
/// @param options the query's, decoded; of one that is given twice the last
public record ServiceUrl(
        String scheme,
        @Nullable String user,
        @Nullable String password,
        List<String> hosts,
        String path,
        Map<String, String> options) {

    private static final Pattern HOSTS =
            Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._~-]*)(:[0-9]*)?(,[^,@]+)*");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    /// Keeps copies.
    public ServiceUrl {
        hosts = List.copyOf(hosts);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /// {@return the parts of `url`}
    ///
    /// @throws IllegalArgumentException with a sentence that says what is wrong, and no secret
    public static ServiceUrl parse(String url) {
        int colon = url.indexOf(':');
        if (colon < 0 || !SCHEME.matcher(url.substring(0, colon)).matches()) {
            throw new IllegalArgumentException(
                    "a URL was expected, such as postgresql://user:password@host:5432/name");
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = url.substring(colon + 1);
        if (!rest.startsWith("//")) {
            int query = rest.indexOf('?');
            String path = query < 0 ? rest : rest.substring(0, query);
            return new ServiceUrl(
                    scheme, null, null, List.of(), decode(path), options(rest, query));
        }
        rest = rest.substring(2);
        int at = endOfLogin(rest);
        String user = null;
        String password = null;
        if (at >= 0) {
            String login = rest.substring(0, at);
            int mark = login.indexOf(':');
            user = decode(mark < 0 ? login : login.substring(0, mark));
            password = mark < 0 ? null : decode(login.substring(mark + 1));
            rest = rest.substring(at + 1);
        }
        int query = rest.indexOf('?');
        String before = query < 0 ? rest : rest.substring(0, query);
        int slash = before.indexOf('/');
        String hosts = slash < 0 ? before : before.substring(0, slash);
        String path = slash < 0 ? "" : before.substring(slash + 1);
        return new ServiceUrl(
                scheme,
                user == null || user.isEmpty() ? null : user,
                password,
                hosts(hosts),
                hosts.isEmpty() && slash == 0 ? decode("/" + path) : decode(path),
                options(rest, query));
    }

    /// {@return the first host, less the brackets of IPv6, or `null` when there is none}
    public @Nullable String host() {
        if (hosts.isEmpty()) {
            return null;
        }
        String first = hosts.getFirst();
        if (first.startsWith("[")) {
            return first.substring(1, first.indexOf(']'));
        }
        int colon = first.indexOf(':');
        return colon < 0 ? first : first.substring(0, colon);
    }

    /// {@return the first host's port, or `otherwise` when it names none}
    public int port(int otherwise) {
        if (hosts.isEmpty()) {
            return otherwise;
        }
        String first = hosts.getFirst();
        int colon = first.indexOf(':', first.indexOf(']') + 1);
        return colon < 0 ? otherwise : Integer.parseInt(first.substring(colon + 1));
    }

    /// {@return the option of this name, or `otherwise`}
    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /// {@return the URL with `****` for the password, and for options that look like secrets}
    @Override
    public String toString() {
        var text = new StringBuilder(scheme).append(':');
        if (!hosts.isEmpty() || user != null) {
            text.append("//");
            if (user != null) {
                text.append(user).append(password == null ? "" : ":" + Masks.MASK).append('@');
            }
            text.append(String.join(",", hosts)).append(path.isEmpty() ? "" : "/");
        }
        text.append(path);
        String mark = "?";
        for (var option : options.entrySet()) {
            text.append(mark).append(option.getKey()).append('=');
            text.append(Masks.secret(option.getKey()) ? Masks.MASK : option.getValue());
            mark = "&";
        }
        return text.toString();
    }

    /// Where the login ends, or -1 when there is none. A password that holds a slash or a question
    /// mark as it is shows in what would be host and port without it.
    private static int endOfLogin(String rest) {
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        int at = rest.lastIndexOf('@', end);
        if (at >= 0 || HOSTS.matcher(rest.substring(0, end)).matches()) {
            return at;
        }
        return rest.lastIndexOf('@');
    }

    private static List<String> hosts(String text) {
        var hosts = new ArrayList<String>();
        if (text.isEmpty()) {
            return hosts;
        }
        for (String host : text.split(",", -1)) {
            int closing = host.indexOf(']');
            if (host.startsWith("[") != closing > 0) {
                throw new IllegalArgumentException("the brackets of an IPv6 address do not match");
            }
            int colon = host.indexOf(':', closing + 1);
            if (colon >= 0) {
                port(host.substring(colon + 1));
            }
            if (host.isEmpty() || colon == 0) {
                throw new IllegalArgumentException("the URL has an empty host");
            }
            hosts.add(host);
        }
        return hosts;
    }

    private static void port(String text) {
        // Not in the message: a password with a colon or an @ may have landed here.
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException(
                    "the port is not a number up to 65535; percent-encode special characters of the"
                            + " password");
        }
    }

    private static Map<String, String> options(String rest, int query) {
        var options = new LinkedHashMap<String, String>();
        if (query >= 0) {
            for (String pair : rest.substring(query + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    options.put(
                            decode(equals < 0 ? pair : pair.substring(0, equals)),
                            equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        }
        return options;
    }

    /// Decodes percent signs only where two hex digits follow: a lone one stays. A plus stays too.
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (raw[i] == '%' && high >= 0 && low >= 0) {
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else {
                bytes.put(raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException _) {
            throw new IllegalArgumentException("a percent-encoded part of the URL is not UTF-8");
        }
    }
}
