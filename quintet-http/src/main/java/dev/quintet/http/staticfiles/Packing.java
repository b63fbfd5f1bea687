package dev.quintet.http.staticfiles;

import dev.quintet.http.AcceptEncoding;
import dev.quintet.http.ContentCoding;
import dev.quintet.http.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a file is compressed ahead of time, beside itself: `site.css.br`.
///
/// @param coding as browsers name it
/// @param ending of the file's name
record Packing(String coding, String ending) {

    /// Gzip, which all browsers know, and which is always made.
    static final Packing GZIP = new Packing("gzip", ".gz");

    /// All that are known, the tightest first.
    private static final List<Packing> ALL =
            List.of(new Packing("br", ".br"), new Packing("zstd", ".zst"), GZIP);

    /// {@return the file in this packing}
    Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /// {@return the packings that lie beside a file}
    static List<Packing> beside(Path file) {
        return ALL.stream().filter(each -> Files.isRegularFile(each.of(file))).toList();
    }

    /// {@return which of these a client likes best, the tightest of equals; `null` for none. A part
    /// of a file is a part of its plain bytes}
    static @Nullable Packing liked(Request request, List<Packing> there) {
        String accepted = request.header("Accept-Encoding");
        if (accepted == null || request.header("Range") != null) {
            return null;
        }
        Packing best = null;
        double most = 0;
        for (Packing each : there) {
            double quality = AcceptEncoding.quality(accepted, each.coding);
            if (quality > most) {
                most = quality;
                best = each;
            }
        }
        return best;
    }

    /// {@return bytes in this packing, or `null` where no module can make it}
    byte @Nullable [] pack(byte[] content) throws IOException {
        if (this.equals(GZIP)) {
            return StaticFile.pack(content);
        }
        for (ContentCoding each : ContentCoding.brought()) {
            if (each.name().equals(coding)) {
                return each.pack(content);
            }
        }
        return null;
    }

    /// {@return all that are known, the tightest first}
    static List<Packing> all() {
        return ALL;
    }
}
