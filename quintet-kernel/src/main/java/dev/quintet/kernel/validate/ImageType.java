package dev.quintet.kernel.validate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Kinds of images that browsers show, told apart by their first bytes.
///
/// SVG is none of them: it is a program that runs in the page.
public enum ImageType {
    /// Portable Network Graphics.
    PNG("image/png", "png"),
    /// JPEG.
    JPEG("image/jpeg", "jpg,jpeg,jpe,jfif"),
    /// Graphics Interchange Format.
    GIF("image/gif", "gif"),
    /// WebP.
    WEBP("image/webp", "webp"),
    /// Windows bitmap.
    BMP("image/bmp", "bmp"),
    /// Tagged Image File Format.
    TIFF("image/tiff", "tif,tiff"),
    /// AV1 Image File Format.
    AVIF("image/avif", "avif"),
    /// Icons of Windows.
    ICO("image/x-icon", "ico");

    /// How many bytes {@link #of} needs to see.
    public static final int BYTES_TO_LOOK_AT = 16;

    private final String mediaType;
    private final String extensions;

    ImageType(String mediaType, String extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    /// {@return the type for `Content-Type`}
    public String mediaType() {
        return mediaType;
    }

    /// {@return the endings of such files' names in lower case, without a dot}
    public List<String> extensions() {
        return List.of(extensions.split(",", -1));
    }

    /// {@return the kind of a file that begins so, or `null` when it is no image}
    public static @Nullable ImageType of(byte[] head) {
        if (starts(head, 0, "\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (starts(head, 0, "\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (starts(head, 0, "GIF87a") || starts(head, 0, "GIF89a")) {
            return GIF;
        }
        if (starts(head, 0, "RIFF") && starts(head, 8, "WEBP")) {
            return WEBP;
        }
        if (starts(head, 4, "ftypavif") || starts(head, 4, "ftypavis")) {
            return AVIF;
        }
        if (starts(head, 0, "II*\0") || starts(head, 0, "MM\0*")) {
            return TIFF;
        }
        if (starts(head, 0, "\0\0\u0001\0") && head.length > 5 && head[4] + head[5] > 0) {
            return ICO;
        }
        return starts(head, 0, "BM") && starts(head, 6, "\0\0\0\0") ? BMP : null;
    }

    private static boolean starts(byte[] head, int at, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
