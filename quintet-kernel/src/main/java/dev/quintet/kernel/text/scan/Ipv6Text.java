package dev.quintet.kernel.text.scan;

import org.jspecify.annotations.Nullable;

/// IPv4 and IPv6 addresses as written, read without asking any name server.
public final class Ipv6Text {

    private Ipv6Text() {}

    /// {@return the four numbers of a dotted IPv4 address as one, or -1; leading zeros are refused}
    public static long parseV4(String text) {
        long value = 0;
        int parts = 0;
        int at = 0;
        while (true) {
            int start = at;
            int number = 0;
            while (at < text.length() && Chars.asciiDigit(text.charAt(at)) && at - start < 4) {
                number = number * 10 + text.charAt(at++) - '0';
            }
            int digits = at - start;
            if (digits == 0
                    || digits > 3
                    || number > 255
                    || (digits > 1 && text.charAt(start) == '0')) {
                return -1;
            }
            value = value << 8 | number;
            parts++;
            if (at == text.length()) {
                return parts == 4 ? value : -1;
            }
            if (text.charAt(at) != '.' || parts == 4) {
                return -1;
            }
            at++;
        }
    }

    /// {@return the eight groups of an IPv6 address without its zone, or `null` when it is none}
    public static int @Nullable [] parse(String text) {
        if (text.length() < 2 || text.length() > 45) {
            return null;
        }
        String head = text;
        int[] tail = new int[0];
        int lastColon = text.lastIndexOf(':');
        if (text.indexOf('.') >= 0) {
            long v4 = lastColon < 0 ? -1 : parseV4(text.substring(lastColon + 1));
            if (v4 < 0) {
                return null;
            }
            tail = new int[] {(int) (v4 >> 16), (int) (v4 & 0xFFFF)};
            boolean shortened = lastColon > 0 && text.charAt(lastColon - 1) == ':';
            head = text.substring(0, shortened ? lastColon + 1 : lastColon);
        }
        int gap = head.indexOf("::");
        if (gap >= 0 && head.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        int[] before = groups(gap < 0 ? head : head.substring(0, gap));
        int[] after = groups(gap < 0 ? "" : head.substring(gap + 2));
        if (before == null || after == null) {
            return null;
        }
        int given = before.length + after.length + tail.length;
        if (gap < 0 ? given != 8 : given > 7) {
            return null;
        }
        int[] all = new int[8];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(after, 0, all, 8 - tail.length - after.length, after.length);
        System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
        return all;
    }

    /// {@return the shortest spelling: the longest run of zero groups as `::`, the first of equals}
    public static String print(int[] groups) {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > bestLength) {
                best = i;
                bestLength = end - i;
            }
            i = Math.max(i, end);
        }
        var out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                out.append("::");
                i += bestLength - 1;
                continue;
            }
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
                out.append(':');
            }
            out.append(Integer.toHexString(groups[i]));
        }
        return out.toString();
    }

    /// {@return the IPv4 address in the last two groups, dotted}
    public static String printV4(int[] groups) {
        return (groups[6] >> 8)
                + "."
                + (groups[6] & 255)
                + "."
                + (groups[7] >> 8)
                + "."
                + (groups[7] & 255);
    }

    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        int[] values = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.isEmpty() || part.length() > 4) {
                return null;
            }
            for (int j = 0; j < part.length(); j++) {
                int digit = Chars.hex(part.charAt(j));
                if (digit < 0) {
                    return null;
                }
                values[i] = values[i] << 4 | digit;
            }
        }
        return values;
    }
}
