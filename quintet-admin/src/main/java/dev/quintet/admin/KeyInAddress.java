package dev.quintet.admin;

/// Keys of rows, as text that may stand in an address: what would mean something there is written
/// as Django's admin does, `_` and two digits.
final class KeyInAddress {

    private static final String SPECIAL = ":/_#?;@&=+$,\"[]<>%\n\\";

    private KeyInAddress() {}

    /// {@return a key as a part of an address}
    static String quoted(String key) {
        var text = new StringBuilder();
        // Browsers take a dot or two for steps in the folders of an address.
        boolean step = key.equals(".") || key.equals("..");
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (step || SPECIAL.indexOf(c) >= 0) {
                text.append('_').append("%02X".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /// {@return the key that a part of an address means}
    static String unquoted(String part) {
        var text = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '_' && i + 2 < part.length() && hex(part, i + 1)) {
                text.append((char) Integer.parseInt(part.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean hex(String text, int at) {
        return at + 2 <= text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }
}
