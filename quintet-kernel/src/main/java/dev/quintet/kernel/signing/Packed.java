package dev.quintet.kernel.signing;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.signing.BadSignatureException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// A JSON value in URL-safe text: base64 without padding, with a point before it when it is
/// deflated.
final class Packed {

    private Packed() {}

    static String pack(@Nullable Object object, boolean compress) {
        byte[] json = Json.ascii(object).getBytes(StandardCharsets.ISO_8859_1);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        if (compress) {
            byte[] smaller = deflate(json);
            if (smaller.length < json.length - 1) {
                return "." + base64.encodeToString(smaller);
            }
        }
        return base64.encodeToString(json);
    }

    /// Only ever called with what had a right signature: its size was bounded when it was signed.
    static @Nullable Object unpack(String text) {
        boolean deflated = text.startsWith(".");
        byte[] data;
        try {
            data = Base64.getUrlDecoder().decode(deflated ? text.substring(1) : text);
        } catch (IllegalArgumentException _) {
            throw new BadSignatureException(Reason.MALFORMED, "The signed value is not base64.");
        }
        byte[] json = deflated ? inflate(data) : data;
        return Json.parse(new String(json, StandardCharsets.ISO_8859_1));
    }

    private static byte[] deflate(byte[] data) {
        var deflated = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        try (var deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return deflated.toByteArray();
    }

    /// By hand: a stream for it allocates 24 KB for values of some hundred bytes, on each request.
    private static byte[] inflate(byte[] data) {
        byte[] inflated = new byte[Math.max(256, data.length * 3)];
        int length = 0;
        try (var inflater = new Inflater()) {
            inflater.setInput(data);
            while (!inflater.finished()) {
                if (length == inflated.length) {
                    inflated = Arrays.copyOf(inflated, length * 2);
                }
                int more = inflater.inflate(inflated, length, inflated.length - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw notInflated();
                }
                length += more;
            }
        } catch (DataFormatException _) {
            throw notInflated();
        }
        return Arrays.copyOf(inflated, length);
    }

    private static BadSignatureException notInflated() {
        return new BadSignatureException(Reason.MALFORMED, "The signed value cannot be inflated.");
    }
}
