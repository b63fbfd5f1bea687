package dev.quintet.http.staticfiles;

import dev.quintet.http.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A static file as it was when it was looked at: its hash, its time, and a way to its bytes.
///
/// Large files on disk that refer to nothing are sent from there; all else is kept in memory, also
/// compressed where that is worth it.
final class StaticFile {

    private static final long MOST_IN_MEMORY = 1 << 20;
    private static final List<String> WORTH_PACKING =
            List.of(
                    ".css",
                    ".js",
                    ".mjs",
                    ".svg",
                    ".json",
                    ".html",
                    ".txt",
                    ".xml",
                    ".map",
                    ".ico",
                    ".ttf",
                    ".otf",
                    ".webmanifest",
                    ".wasm");

    private final URL url;
    private final @Nullable Path file;
    private final long fileSize;
    private final Instant modified;
    private final String hash;
    private final byte @Nullable [] bytes;
    private final byte @Nullable [] packed;

    private StaticFile(
            URL url,
            @Nullable Path file,
            long fileSize,
            Instant modified,
            String hash,
            byte @Nullable [] bytes,
            byte @Nullable [] packed) {
        this.url = url;
        this.file = file;
        this.fileSize = fileSize;
        this.modified = modified;
        this.hash = hash;
        this.bytes = bytes;
        this.packed = packed;
    }

    /// Puts a file together.
    ///
    /// @param name among the static files
    /// @param version with the hash, and the bytes that are sent
    static StaticFile of(URL url, String name, Versions.Version version) {
        try {
            byte[] content = version.bytes();
            byte[] packed = pays(name, content.length) ? pack(content) : null;
            boolean smaller = packed != null && packed.length < content.length * 0.95;
            if (url.getProtocol().equals("file")) {
                Path file = Path.of(URI.create(url.toString()));
                long size = Files.size(file);
                // Rewritten content is only in memory.
                boolean same = size == content.length && !References.mayHold(name);
                return new StaticFile(
                        url,
                        file,
                        size,
                        Files.getLastModifiedTime(file).toInstant(),
                        version.hash(),
                        same && size > MOST_IN_MEMORY ? null : content,
                        smaller ? packed : null);
            }
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            Instant modified = Instant.ofEpochMilli(connection.getLastModified());
            connection.getInputStream().close();
            return new StaticFile(
                    url, null, -1, modified, version.hash(), content, smaller ? packed : null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] read(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    /// {@return whether a file of this name and size is worth compressing}
    static boolean pays(String name, long size) {
        return size > 200
                && size <= 8 * MOST_IN_MEMORY
                && WORTH_PACKING.stream().anyMatch(name::endsWith);
    }

    static byte[] pack(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream(content.length / 3 + 64);
        try (var gzip =
                new GZIPOutputStream(out) {
                    {
                        def.setLevel(java.util.zip.Deflater.BEST_COMPRESSION);
                    }
                }) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    /// {@return whether the file on disk is still the one that was looked at; those in jars are}
    boolean stillThere() {
        if (file == null) {
            return true;
        }
        try {
            return Files.size(file) == fileSize
                    && Files.getLastModifiedTime(file).toInstant().equals(modified);
        } catch (IOException gone) {
            return false;
        }
    }

    URL url() {
        return url;
    }

    Instant modified() {
        return modified;
    }

    String hash() {
        return hash;
    }

    Body body() {
        return bytes == null
                ? new Body.File(java.util.Objects.requireNonNull(file), 0, fileSize)
                : new Body.Bytes(bytes);
    }

    /// {@return the body in gzip, or `null` where that is not worth it}
    @Nullable Body packed() {
        return packed == null ? null : new Body.Bytes(packed);
    }
}
