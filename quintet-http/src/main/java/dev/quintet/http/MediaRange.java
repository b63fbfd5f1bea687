package dev.quintet.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One range of an `Accept` header.
///
/// @param type the part before the slash, or `*`
/// @param subtype the part after it, or `*`
/// @param quality from 0 to 1
record MediaRange(String type, String subtype, double quality) {

    private static final int MOST = 64;

    static List<MediaRange> parse(String accept) {
        var ranges = new ArrayList<MediaRange>();
        for (int start = 0; start < accept.length() && ranges.size() < MOST; ) {
            int end = accept.indexOf(',', start);
            if (end < 0) {
                end = accept.length();
            }
            String part = accept.substring(start, end).strip();
            if (!part.isEmpty()) {
                ranges.add(one(part));
            }
            start = end + 1;
        }
        return ranges;
    }

    /// {@return whether a media type is of this range}
    boolean holds(String mediaType) {
        if (type.equals("*") && subtype.equals("*")) {
            return true;
        }
        MediaRange other = one(mediaType);
        return type.equals(other.type) && (subtype.equals("*") || subtype.equals(other.subtype));
    }

    int precision() {
        return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
    }

    private static MediaRange one(String text) {
        int semicolon = text.indexOf(';');
        String full =
                (semicolon < 0 ? text : text.substring(0, semicolon))
                        .strip()
                        .toLowerCase(Locale.ROOT);
        int slash = full.indexOf('/');
        String type = slash < 0 ? full : full.substring(0, slash);
        String subtype = slash < 0 ? "" : full.substring(slash + 1);
        return new MediaRange(type, subtype, semicolon < 0 ? 1 : quality(text, semicolon + 1));
    }

    private static double quality(String text, int from) {
        for (String parameter : text.substring(from).split(";", -1)) {
            String p = parameter.strip();
            if (p.startsWith("q=") || p.startsWith("Q=")) {
                try {
                    return Math.clamp(Double.parseDouble(p.substring(2).strip()), 0, 1);
                } catch (NumberFormatException nonsense) {
                    return 1;
                }
            }
        }
        return 1;
    }
}
