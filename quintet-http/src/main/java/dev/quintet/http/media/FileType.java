package dev.quintet.http.media;

import dev.quintet.kernel.validate.ImageType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells what a file is by its first bytes, whatever its name says.
public final class FileType {

    /// How many bytes {@link #of} needs to see.
    public static final int BYTES_TO_LOOK_AT = 264;

    private record Mark(int offset, String bytes, String type) {}

    private static final List<Mark> MARKS =
            List.of(
                    new Mark(0, "%PDF-", "application/pdf"),
                    new Mark(0, "PK\u0003\u0004", "application/zip"),
                    new Mark(0, "PK\u0005\u0006", "application/zip"),
                    new Mark(0, "\u001F\u008B", "application/gzip"),
                    new Mark(0, "BZh", "application/x-bzip2"),
                    new Mark(0, "\u00FD7zXZ\0", "application/x-xz"),
                    new Mark(0, "7z\u00BC\u00AF'\u001C", "application/x-7z-compressed"),
                    new Mark(0, "Rar!\u001A\u0007", "application/vnd.rar"),
                    new Mark(0, "(\u00B5/\u00FD", "application/zstd"),
                    new Mark(257, "ustar", "application/x-tar"),
                    new Mark(0, "SQLite format 3\0", "application/vnd.sqlite3"),
                    new Mark(0, "\u007FELF", "application/x-executable"),
                    new Mark(0, "MZ", "application/x-msdownload"),
                    new Mark(0, "\u00CA\u00FE\u00BA\u00BE", "application/java-vm"),
                    new Mark(0, "\0asm", "application/wasm"),
                    new Mark(0, "#!", "text/x-script"),
                    new Mark(
                            0,
                            "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
                            "application/x-ole-storage"),
                    new Mark(0, "{\\rtf", "application/rtf"),
                    new Mark(0, "%!PS", "application/postscript"),
                    new Mark(0, "ID3", "audio/mpeg"),
                    new Mark(0, "\u00FF\u00FB", "audio/mpeg"),
                    new Mark(0, "fLaC", "audio/flac"),
                    new Mark(0, "OggS", "audio/ogg"),
                    new Mark(0, "MThd", "audio/midi"),
                    new Mark(8, "WAVE", "audio/wav"),
                    new Mark(8, "AVI ", "video/x-msvideo"),
                    new Mark(4, "ftypM4A", "audio/mp4"),
                    new Mark(4, "ftypqt", "video/quicktime"),
                    new Mark(4, "ftypheic", "image/heic"),
                    new Mark(4, "ftypmif1", "image/heif"),
                    new Mark(4, "ftyp", "video/mp4"),
                    new Mark(0, "\u001AE\u00DF\u00A3", "video/webm"),
                    new Mark(0, "wOFF", "font/woff"),
                    new Mark(0, "wOF2", "font/woff2"),
                    new Mark(0, "OTTO", "font/otf"),
                    new Mark(0, "\0\u0001\0\0\0", "font/ttf"));

    private FileType() {}

    /// {@return the media type of a file that begins so, or `null` where the bytes do not tell}
    ///
    /// Text is none that can be told, but for pages: what begins like HTML, XML or SVG is
    /// `text/html`.
    public static @Nullable String of(byte[] head) {
        ImageType image = ImageType.of(head);
        if (image != null) {
            return image.mediaType();
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        for (Mark mark : MARKS) {
            if (text.startsWith(mark.bytes(), mark.offset())) {
                return mark.type();
            }
        }
        return looksLikeAPage(text) ? "text/html" : null;
    }

    private static boolean looksLikeAPage(String text) {
        String start = text.replaceFirst("^(\u00EF\u00BB\u00BF)?\\s*", "");
        return start.startsWith("<");
    }
}
