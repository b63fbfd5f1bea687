package dev.quintet.http;

import dev.quintet.kernel.submission.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that a form brought, in memory or, when it is large, in a temporary file that is deleted
/// when the request ends.
///
/// Name and type are the client's word for it: check the content before trusting either.
public final class UploadedFile implements Upload {

    private final String name;
    private final @Nullable String contentType;
    private final long size;
    private final byte @Nullable [] bytes;
    private final @Nullable Path path;

    UploadedFile(
            String name,
            @Nullable String contentType,
            long size,
            byte @Nullable [] bytes,
            @Nullable Path path) {
        this.name = name;
        this.contentType = contentType;
        this.size = size;
        this.bytes = bytes;
        this.path = path;
    }

    /// {@return a file that is in memory, for tests}
    public static UploadedFile of(String name, @Nullable String contentType, byte[] bytes) {
        return new UploadedFile(
                UploadName.clean(name), contentType, bytes.length, bytes.clone(), null);
    }

    /// {@return the name that the client gave, less any folders; never empty, never `.` or `..`}
    @Override
    public String name() {
        return name;
    }

    /// {@return the media type that the client gave, or `null` where it gave none}
    @Override
    public @Nullable String contentType() {
        return contentType;
    }

    /// {@return how many bytes it has}
    @Override
    public long size() {
        return size;
    }

    /// {@return its content from the beginning, as often as it is asked for; the caller closes it}
    @Override
    public InputStream open() throws IOException {
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        return Files.newInputStream(java.util.Objects.requireNonNull(path));
    }

    /// {@return its content, all of it in memory}
    @Override
    public byte[] bytes() throws IOException {
        if (bytes != null) {
            return bytes.clone();
        }
        return Files.readAllBytes(java.util.Objects.requireNonNull(path));
    }

    /// {@return where its temporary file is, or `null` while it is in memory}
    public @Nullable Path path() {
        return path;
    }

    void delete() throws IOException {
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public String toString() {
        return name + " (" + size + " bytes)";
    }
}
