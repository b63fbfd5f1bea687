package dev.quintet.http;

import org.jspecify.annotations.Nullable;

/// Makes a client's file name harmless. Django: `sanitize_file_name`.
final class UploadName {

    private static final int LONGEST = 255;

    private UploadName() {}

    /// {@return the name less folders and controls; `file` where nothing is left}
    static String clean(@Nullable String sent) {
        String name = sent == null ? "" : sent;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        name.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .forEach(kept::appendCodePoint);
        name = kept.toString().strip();
        if (name.length() > LONGEST) {
            int dot = name.lastIndexOf('.');
            String ending = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
            name = name.substring(0, LONGEST - ending.length()) + ending;
        }
        return name.isEmpty() || name.equals(".") || name.equals("..") ? "file" : name;
    }
}
