package dev.quintet.kernel.headers;

import java.util.ArrayList;
import java.util.List;

/// Entity tags, RFC 9110 section 8.8.3.
public final class ETags {

    private ETags() {}

    /// {@return the tags of `If-Match` or `If-None-Match`, with their quotes; `["*"]` for any; what
    /// is no tag is left out}
    public static List<String> parse(String header) {
        if (header.strip().equals("*")) {
            return List.of("*");
        }
        var tags = new ArrayList<String>();
        for (String part : header.split(",", -1)) {
            String tag = part.strip();
            if (quoted(tag)) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /// {@return `tag` in quotes, unless it is a quoted tag already}
    public static String quote(String tag) {
        return quoted(tag) ? tag : "\"" + tag + "\"";
    }

    /// {@return whether two tags are the same byte for byte: neither is weak}
    public static boolean strongMatch(String one, String other) {
        return one.equals(other) && !one.startsWith("W/");
    }

    /// {@return whether two tags stand for the same thing, weak or not}
    public static boolean weakMatch(String one, String other) {
        return strong(one).equals(strong(other));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static boolean quoted(String tag) {
        String strong = strong(tag);
        return strong.length() >= 2
                && strong.charAt(0) == '"'
                && strong.indexOf('"', 1) == strong.length() - 1;
    }
}
