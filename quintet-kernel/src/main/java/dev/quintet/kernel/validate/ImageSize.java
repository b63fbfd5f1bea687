package dev.quintet.kernel.validate;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// How large a picture is, read from the beginning of its file; the picture itself is not unpacked,
/// so that a small file which claims to be huge costs nothing. A value.
///
/// @param width in pixels
/// @param height in pixels
public record ImageSize(int width, int height) {

    /// A header that stands further in than this is none that a camera wrote.
    private static final int MOST = 1 << 20;

    /// {@return how large the picture is, or `null` where the bytes are none of the kinds of {@link
    /// ImageType} or do not say}
    ///
    /// @param content read as far as need be, and not closed
    public static @Nullable ImageSize of(InputStream content) throws IOException {
        byte[] start = content.readNBytes(ImageType.BYTES_TO_LOOK_AT * 2);
        ImageType type = ImageType.of(start);
        ImageSize found =
                switch (type) {
                    case PNG -> at(start, 16, 20, 4, true);
                    case GIF -> at(start, 6, 8, 2, false);
                    case BMP -> at(start, 18, 22, 4, false);
                    case ICO -> icon(start);
                    case WEBP -> webp(start);
                    case JPEG -> new Jpeg(rest(start, content)).size();
                    case TIFF -> tiff(rest(start, content).readNBytes(MOST));
                    case AVIF -> avif(rest(start, content).readNBytes(MOST));
                    case null -> null;
                };
        return found == null || found.width <= 0 || found.height <= 0 ? null : found;
    }

    private static InputStream rest(byte[] start, InputStream content) {
        return new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(start), content);
    }

    private static @Nullable ImageSize at(
            byte[] bytes, int width, int height, int length, boolean bigEndian) {
        return bytes.length < height + length
                ? null
                : new ImageSize(
                        (int) number(bytes, width, length, bigEndian),
                        Math.abs((int) number(bytes, height, length, bigEndian)));
    }

    private static long number(byte[] bytes, int at, int length, boolean bigEndian) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << 8) | (bytes[bigEndian ? at + i : at + length - 1 - i] & 0xff);
        }
        return number;
    }

    /// One byte each, where 0 means 256.
    private static @Nullable ImageSize icon(byte[] bytes) {
        return bytes.length < 8
                ? null
                : new ImageSize(
                        bytes[6] == 0 ? 256 : bytes[6] & 0xff,
                        bytes[7] == 0 ? 256 : bytes[7] & 0xff);
    }

    /// Three kinds: packed with losses, without, and one with a header for both.
    private static @Nullable ImageSize webp(byte[] bytes) {
        if (bytes.length < 30) {
            return null;
        }
        return switch (new String(bytes, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8 " ->
                    new ImageSize(
                            (int) number(bytes, 26, 2, false) & 0x3fff,
                            (int) number(bytes, 28, 2, false) & 0x3fff);
            case "VP8L" -> {
                long bits = number(bytes, 21, 4, false);
                yield new ImageSize((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
            }
            case "VP8X" ->
                    new ImageSize(
                            (int) number(bytes, 24, 3, false) + 1,
                            (int) number(bytes, 27, 3, false) + 1);
            default -> null;
        };
    }

    /// The first directory's entries 256 and 257.
    private static @Nullable ImageSize tiff(byte[] bytes) {
        boolean big = bytes[0] == 'M';
        long at = bytes.length < 8 ? Long.MAX_VALUE : number(bytes, 4, 4, big);
        if (at > bytes.length - 2) {
            return null;
        }
        int width = 0;
        int height = 0;
        long entries = number(bytes, (int) at, 2, big);
        for (long entry = at + 2; entries > 0 && entry + 12 <= bytes.length; entry += 12) {
            entries--;
            int from = (int) entry;
            boolean small = number(bytes, from + 2, 2, big) == 3;
            int value = (int) number(bytes, from + 8, small ? 2 : 4, big);
            switch ((int) number(bytes, from, 2, big)) {
                case 256 -> width = value;
                case 257 -> height = value;
                default -> {}
            }
        }
        return new ImageSize(width, height);
    }

    /// The box `ispe`; of several, for pictures put together of tiles, the largest.
    private static @Nullable ImageSize avif(byte[] bytes) {
        ImageSize largest = null;
        for (int at = 0; at + 16 <= bytes.length; at++) {
            boolean box =
                    bytes[at] == 'i'
                            && bytes[at + 1] == 's'
                            && bytes[at + 2] == 'p'
                            && bytes[at + 3] == 'e';
            ImageSize size = box ? at(bytes, at + 8, at + 12, 4, true) : null;
            if (size != null && (largest == null || size.width > largest.width)) {
                largest = size;
            }
        }
        return largest;
    }

    /// Walks over segments to the one that begins the frame.
    private static final class Jpeg {

        private final DataInputStream in;
        private int read;

        Jpeg(InputStream content) {
            this.in = new DataInputStream(content);
        }

        @Nullable ImageSize size() throws IOException {
            try {
                in.skipNBytes(2);
                while (read < MOST) {
                    int marker = marker();
                    boolean alone = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd9);
                    if (alone) {
                        continue;
                    }
                    int length = in.readUnsignedShort();
                    boolean frame =
                            marker >= 0xc0
                                    && marker <= 0xcf
                                    && marker != 0xc4
                                    && marker != 0xc8
                                    && marker != 0xcc;
                    if (frame) {
                        in.readUnsignedByte();
                        int height = in.readUnsignedShort();
                        return new ImageSize(in.readUnsignedShort(), height);
                    }
                    in.skipNBytes(Math.max(0, length - 2));
                    read += length;
                }
                return null;
            } catch (java.io.EOFException cut) {
                return null;
            }
        }

        private int marker() throws IOException {
            int at = in.readUnsignedByte();
            while (at != 0xff && read < MOST) {
                at = in.readUnsignedByte();
                read++;
            }
            while (at == 0xff) {
                at = in.readUnsignedByte();
                read++;
            }
            return at;
        }
    }
}
