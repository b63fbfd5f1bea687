package dev.quintet.http;

import dev.quintet.kernel.storage.Storage;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import org.jspecify.annotations.Nullable;

/// Passes a file on to a storage. A storage reads, and a form is fed: so a second thread saves what
/// this one writes into a pipe.
final class StorageSink implements UploadHandler.Sink {

    private static final int PIPE = 64 * 1024;

    private final UploadHandler.Incoming file;
    private final Storage storage;
    private final PipedOutputStream out = new PipedOutputStream();
    private final Broken in;
    private final Thread saving;
    private volatile @Nullable String name;
    private volatile @Nullable Throwable failed;
    private long size;

    /// Ends in an exception where the form broke off: the storage then keeps nothing.
    private static final class Broken extends PipedInputStream {
        private volatile boolean broken;

        Broken(PipedOutputStream out) throws IOException {
            super(out, PIPE);
        }

        @Override
        public synchronized int read() throws IOException {
            return whole(super.read());
        }

        @Override
        public synchronized int read(byte[] bytes, int from, int count) throws IOException {
            return whole(super.read(bytes, from, count));
        }

        private int whole(int read) throws IOException {
            if (broken) {
                throw new IOException("The upload broke off");
            }
            return read;
        }
    }

    StorageSink(UploadHandler.Incoming file, Storage storage, String wanted) throws IOException {
        this.file = file;
        this.storage = storage;
        this.in = new Broken(out);
        this.saving = Thread.ofVirtual().name("upload").start(() -> save(wanted));
    }

    private void save(String wanted) {
        try (in) {
            name = storage.save(wanted, in);
        } catch (IOException | RuntimeException reason) {
            failed = reason;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
            size += bytes.length;
        } catch (IOException closed) {
            throw reason(closed);
        }
    }

    @Override
    public UploadedFile end() throws IOException {
        out.close();
        waitFor();
        String kept = name;
        if (kept == null) {
            throw reason(new IOException("The file was not saved"));
        }
        return UploadedFile.stored(file, size, storage, kept);
    }

    @Override
    public void discard() throws IOException {
        in.broken = true;
        out.close();
        waitFor();
        String kept = name;
        if (kept != null) {
            storage.delete(kept);
        }
    }

    private void waitFor() throws IOException {
        try {
            saving.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The upload was interrupted", stopped);
        }
    }

    private IOException reason(IOException otherwise) throws IOException {
        waitFor();
        if (failed instanceof RuntimeException mistake) {
            throw mistake;
        }
        return failed instanceof IOException told ? told : otherwise;
    }
}
