package dev.quintet.kernel.validate;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Kinds of images that browsers show, told apart by their first bytes.
///
/// SVG is none of them: it is a program that runs in the page.
public enum ImageType {
    /// Portable Network Graphics.
    PNG("image/png"),
    /// JPEG.
    JPEG("image/jpeg"),
    /// Graphics Interchange Format.
    GIF("image/gif"),
    /// WebP.
    WEBP("image/webp"),
    /// Windows bitmap.
    BMP("image/bmp"),
    /// Tagged Image File Format.
    TIFF("image/tiff"),
    /// AV1 Image File Format.
    AVIF("image/avif"),
    /// Icons of Windows.
    ICO("image/x-icon");

    /// How many bytes {@link #of} needs to see.
    public static final int BYTES_TO_LOOK_AT = 16;

    private final String mediaType;

    ImageType(String mediaType) {
        this.mediaType = mediaType;
    }

    /// {@return the type for `Content-Type`}
    public String mediaType() {
        return mediaType;
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
