package dev.quintet.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Keeps a file in memory, or, when it grows large, in a temporary file that goes with the request.
final class TemporarySink implements UploadHandler.Sink {

    private final UploadHandler.Incoming file;
    private final long memory;
    private final long most;
    private ByteArrayOutputStream inMemory = new ByteArrayOutputStream();
    private @Nullable OutputStream onDisk;
    private @Nullable Path path;
    private long size;

    TemporarySink(UploadHandler.Incoming file, long memory, long most) {
        this.file = file;
        this.memory = memory;
        this.most = most;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        size += bytes.length;
        if (size > most) {
            throw LimitExceeded.tooLarge("what its handler keeps", most);
        }
        OutputStream out = onDisk;
        if (out == null && size > memory) {
            path = Files.createTempFile("quintet-upload", ".part");
            onDisk = out = Files.newOutputStream(path);
            inMemory.writeTo(out);
            inMemory = new ByteArrayOutputStream();
        }
        if (out == null) {
            inMemory.writeBytes(bytes);
        } else {
            out.write(bytes);
        }
    }

    @Override
    public UploadedFile end() throws IOException {
        if (onDisk != null) {
            onDisk.close();
        }
        return path == null
                ? UploadedFile.inMemory(file, inMemory.toByteArray())
                : UploadedFile.onDisk(file, size, path);
    }

    @Override
    public void discard() throws IOException {
        if (onDisk != null) {
            onDisk.close();
        }
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
