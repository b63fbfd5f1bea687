package dev.quintet.http;

import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.submission.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file that a form brought: in memory or, when it is large, in a temporary file that is deleted
/// when the request ends, or where an {@link UploadHandler} put it.
///
/// Name and type are the client's word for it: check the content before trusting either.
public final class UploadedFile implements Upload {

    private final String name;
    private final @Nullable String contentType;
    private final long size;
    private final byte @Nullable [] bytes;
    private final @Nullable Path path;
    private final @Nullable Storage storage;
    private final @Nullable String stored;

    private UploadedFile(
            String name,
            @Nullable String contentType,
            long size,
            byte @Nullable [] bytes,
            @Nullable Path path,
            @Nullable Storage storage,
            @Nullable String stored) {
        this.name = name;
        this.contentType = contentType;
        this.size = size;
        this.bytes = bytes;
        this.path = path;
        this.storage = storage;
        this.stored = stored;
    }

    static UploadedFile inMemory(UploadHandler.Incoming file, byte[] bytes) {
        return new UploadedFile(
                file.name(), file.contentType(), bytes.length, bytes, null, null, null);
    }

    static UploadedFile onDisk(UploadHandler.Incoming file, long size, Path path) {
        return new UploadedFile(file.name(), file.contentType(), size, null, path, null, null);
    }

    static UploadedFile stored(
            UploadHandler.Incoming file, long size, Storage storage, String stored) {
        return new UploadedFile(file.name(), file.contentType(), size, null, null, storage, stored);
    }

    /// {@return a file that is in memory, for tests}
    public static UploadedFile of(String name, @Nullable String contentType, byte[] bytes) {
        return inMemory(
                new UploadHandler.Incoming("", UploadName.clean(name), contentType), bytes.clone());
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
        return storage != null && stored != null
                ? storage.open(stored)
                : Files.newInputStream(Objects.requireNonNull(path));
    }

    /// {@return its content, all of it in memory}
    @Override
    public byte[] bytes() throws IOException {
        if (bytes != null) {
            return bytes.clone();
        }
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /// {@return where its temporary file is, or `null` where it has none}
    public @Nullable Path path() {
        return path;
    }

    /// {@return the name under which a storage has it already, or `null` where none has (see {@link
    /// UploadHandlers#into})}
    public @Nullable String stored() {
        return stored;
    }

    /// Keeps it in a storage.
    ///
    /// @param name the name that it shall have, such as `photos/7.jpg`; not what the client said,
    ///   as it stands
    /// @return the name that it got
    public String saveTo(Storage into, String name) throws IOException {
        try (InputStream in = open()) {
            return into.save(name, in);
        }
    }

    /// Deletes its temporary file, which goes with the request in any case.
    void delete() throws IOException {
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }

    /// Deletes it wherever it is: its form was refused.
    void discard() throws IOException {
        delete();
        if (storage != null && stored != null) {
            storage.delete(stored);
        }
    }

    @Override
    public String toString() {
        return name + " (" + size + " bytes)";
    }
}
