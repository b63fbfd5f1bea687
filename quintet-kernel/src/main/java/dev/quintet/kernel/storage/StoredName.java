package dev.quintet.kernel.storage;

import java.security.SecureRandom;

/// Judges the names of stored files, and makes free ones. Django: `validate_file_name`,
/// `get_alternative_name`.
final class StoredName {

    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 1024;
    private static final int LONGEST_PART = 255;

    private StoredName() {}

    /// {@return the name, which is one that stays below where it starts on any system}
    ///
    /// @throws IllegalArgumentException when it is none
    static String checked(String name) {
        boolean whole =
                !name.isEmpty()
                        && name.length() <= LONGEST
                        && !name.startsWith("/")
                        && !name.endsWith("/");
        if (whole) {
            for (String part : name.split("/", -1)) {
                whole &=
                        !part.isEmpty()
                                && !part.equals(".")
                                && !part.equals("..")
                                && part.length() <= LONGEST_PART
                                && part.chars()
                                        .noneMatch(
                                                c -> c < ' ' || c == 0x7f || c == '\\' || c == ':');
            }
        }
        if (!whole) {
            throw new IllegalArgumentException(
                    "'" + name.replaceAll("[^ -~]", "?") + "' is no name of a stored file");
        }
        return name;
    }

    /// {@return a folder's name, checked; empty for the topmost}
    static String folder(String folder) {
        String bare = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
        return bare.isEmpty() ? "" : checked(bare);
    }

    /// {@return a name like this one: `photo_x7Gh2Qa.jpg`}
    static String another(String name) {
        int slash = name.lastIndexOf('/');
        int dot = name.indexOf('.', slash + 2);
        int cut = dot < 0 ? name.length() : dot;
        var random = new StringBuilder("_");
        for (int i = 0; i < 7; i++) {
            random.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        int room = LONGEST_PART - random.length() - (name.length() - cut);
        int stem = Math.max(slash + 2, Math.min(cut, slash + 1 + Math.max(1, room)));
        return name.substring(0, stem) + random + name.substring(cut);
    }

    /// {@return the address of a file}
    static String url(String base, String name) {
        return base + dev.quintet.kernel.text.Uris.quote(name, "/~!*()'");
    }
}
