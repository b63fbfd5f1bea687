package dev.quintet.orm.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/// Functions that SQLite has not got, in Java: each connection learns them when it is opened.
/// Django does the same. A function of NULL is NULL.
final class SqliteFunctions {

    private static final int MOST_TEXT = 100_000_000;
    private static final int MOST_PATTERNS = 200;

    private SqliteFunctions() {}

    /// What a function makes of its arguments: text, numbers, bytes; none of them is null.
    private interface Body {
        @Nullable Object of(List<Object> arguments) throws SQLException;
    }

    private static final Map<String, Body> ALL =
            Map.ofEntries(
                    Map.entry(
                            "quintet_extract",
                            a -> SqliteTimes.extract(text(a, 0), text(a, 1), text(a, 2))),
                    Map.entry(
                            "quintet_trunc",
                            a ->
                                    SqliteTimes.trunc(
                                            text(a, 0),
                                            text(a, 1),
                                            text(a, 2),
                                            text(a, 3),
                                            text(a, 4))),
                    Map.entry("quintet_shift", a -> SqliteTimes.shift(text(a, 0), whole(a, 1))),
                    Map.entry("quintet_between", a -> SqliteTimes.between(text(a, 0), text(a, 1))),
                    Map.entry("quintet_pad", SqliteFunctions::pad),
                    Map.entry("quintet_hash", a -> hash(text(a, 0), text(a, 1))),
                    Map.entry("quintet_repeat", a -> repeat(text(a, 0), whole(a, 1))),
                    Map.entry(
                            "quintet_reverse",
                            a -> new StringBuilder(text(a, 0)).reverse().toString()),
                    Map.entry(
                            "quintet_regex",
                            a -> regex(text(a, 0), text(a, 1), whole(a, 2) != 0) ? 1L : 0L),
                    Map.entry(
                            "quintet_json_contains",
                            a -> SqliteDocuments.contains(text(a, 0), text(a, 1)) ? 1L : 0L),
                    Map.entry("quintet_uuid", a -> uuid(whole(a, 0))));

    static void install(Connection connection) throws SQLException {
        for (Map.Entry<String, Body> entry : ALL.entrySet()) {
            boolean fixed = !entry.getKey().equals("quintet_uuid");
            Function.create(
                    connection,
                    entry.getKey(),
                    new Scalar(entry.getValue()),
                    -1,
                    fixed ? Function.FLAG_DETERMINISTIC : 0);
        }
        SqliteAggregates.install(connection);
    }

    private static final class Scalar extends Function {

        private final Body body;

        Scalar(Body body) {
            this.body = body;
        }

        @Override
        protected void xFunc() throws SQLException {
            Object[] arguments = new Object[args()];
            for (int i = 0; i < arguments.length; i++) {
                Object argument =
                        SqliteValues.read(
                                this::value_type,
                                this::value_text,
                                this::value_long,
                                this::value_double,
                                i);
                if (argument == null) {
                    result();
                    return;
                }
                arguments[i] = argument;
            }
            switch (body.of(List.of(arguments))) {
                case null -> result();
                case Long number -> result(number);
                case Double number -> result(number);
                case Object other -> result(other.toString());
            }
        }
    }

    private static String text(List<Object> arguments, int at) {
        return arguments.get(at).toString();
    }

    private static long whole(List<Object> arguments, int at) {
        return arguments.get(at) instanceof Number number
                ? number.longValue()
                : Long.parseLong(arguments.get(at).toString());
    }

    private static String pad(List<Object> a) {
        String text = text(a, 0);
        int length = (int) Math.min(MOST_TEXT, Math.max(0, whole(a, 1)));
        String fill = text(a, 2);
        int points = text.codePointCount(0, text.length());
        if (points >= length || fill.isEmpty()) {
            return points <= length ? text : text.substring(0, text.offsetByCodePoints(0, length));
        }
        int missing = length - points;
        int units = fill.codePointCount(0, fill.length());
        String more = fill.repeat(missing / units + 1);
        String padding = more.substring(0, more.offsetByCodePoints(0, missing));
        return whole(a, 3) == 1 ? padding + text : text + padding;
    }

    private static String repeat(String text, long times) throws SQLException {
        if (times > 0 && text.length() * times > MOST_TEXT) {
            throw new SQLException("The repeated text would be longer than " + MOST_TEXT + ".");
        }
        return times <= 0 ? "" : text.repeat((int) times);
    }

    private static String hash(String algorithm, String text) throws SQLException {
        try {
            byte[] digest =
                    MessageDigest.getInstance(algorithm)
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new SQLException(missing);
        }
    }

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static boolean regex(String pattern, String text, boolean ignoreCase)
            throws SQLException {
        String key = (ignoreCase ? "i" : "c") + pattern;
        Pattern known = PATTERNS.get(key);
        if (known == null) {
            int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
            try {
                known = Pattern.compile(pattern, flags);
            } catch (PatternSyntaxException malformed) {
                throw new SQLException("No regular expression: " + malformed.getMessage());
            }
            if (PATTERNS.size() >= MOST_PATTERNS) {
                PATTERNS.clear();
            }
            PATTERNS.put(key, known);
        }
        return known.matcher(text).find();
    }

    private static String uuid(long version) {
        var random = ThreadLocalRandom.current();
        long most = random.nextLong();
        if (version == 7) {
            most = (System.currentTimeMillis() << 16) | (most & 0xffff);
        }
        most = (most & ~0xf000L) | (version << 12);
        long least = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return HexFormat.of().toHexDigits(most) + HexFormat.of().toHexDigits(least);
    }
}
