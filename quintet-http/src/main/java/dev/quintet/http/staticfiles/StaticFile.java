package dev.quintet.http.staticfiles;

import dev.quintet.http.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A static file as it was when it was looked at: its hash, its time, and a way to its bytes.
///
/// @param url where it is
/// @param file where it is on disk, or `null` when it is in a jar
/// @param bytes its content when it is in a jar, else `null`
/// @param size how many bytes it has
/// @param modified when it was last written, or the epoch where that is not known
/// @param hash the first twelve digits of its MD5, as Django's hashed names have it
@SuppressWarnings("ArrayRecordComponent") // never compared
record StaticFile(
        URL url,
        @Nullable Path file,
        byte @Nullable [] bytes,
        long size,
        Instant modified,
        String hash) {

    private static final int HASH_LENGTH = 12;

    static StaticFile read(URL url) {
        try {
            if (url.getProtocol().equals("file")) {
                Path file = Path.of(URI.create(url.toString()));
                return new StaticFile(
                        url,
                        file,
                        null,
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant(),
                        hash(Files.newInputStream(file)));
            }
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                byte[] bytes = in.readAllBytes();
                return new StaticFile(
                        url,
                        null,
                        bytes,
                        bytes.length,
                        Instant.ofEpochMilli(connection.getLastModified()),
                        hash(new java.io.ByteArrayInputStream(bytes)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// {@return whether the file on disk is still the one that was looked at; those in jars are}
    boolean stillThere() {
        if (file == null) {
            return true;
        }
        try {
            return Files.size(file) == size
                    && Files.getLastModifiedTime(file).toInstant().equals(modified);
        } catch (IOException gone) {
            return false;
        }
    }

    Body body() {
        return bytes == null
                ? new Body.File(java.util.Objects.requireNonNull(file), 0, size)
                : new Body.Bytes(bytes);
    }

    private static String hash(InputStream in) throws IOException {
        try (in) {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] piece = new byte[16 * 1024];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                md5.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(md5.digest()).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
