package dev.quintet.http;

import dev.quintet.kernel.storage.Storage;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Handlers of uploads that most sites need.
public final class UploadHandlers {

    private UploadHandlers() {}

    /// {@return a handler that keeps each file in memory; more than so many bytes are refused by
    /// 413}
    public static UploadHandler inMemory(int most) {
        return file -> new TemporarySink(file, Integer.MAX_VALUE, most);
    }

    /// {@return a handler that keeps each file on disk, whatever its size}
    public static UploadHandler onDisk() {
        return file -> new TemporarySink(file, 0, Long.MAX_VALUE);
    }

    /// {@return a handler that drops each file}
    public static UploadHandler nowhere() {
        return file ->
                new UploadHandler.Sink() {
                    @Override
                    public void write(byte[] bytes) {
                        // Dropped.
                    }

                    @Override
                    public @Nullable UploadedFile end() {
                        return null;
                    }

                    @Override
                    public void discard() {
                        // There is nothing.
                    }
                };
    }

    /// {@return a handler that passes each file on to a storage while it comes in, so that it is
    /// neither in memory nor in a temporary file}
    ///
    /// {@link UploadedFile#stored} is the name that it got. A form that breaks off leaves nothing
    /// in the storage; a view that then refuses the form deletes what it does not want.
    ///
    /// @param name makes the name in the storage: not what the client said, as it stands
    public static UploadHandler into(
            Storage storage, Function<UploadHandler.Incoming, String> name) {
        return file -> new StorageSink(file, storage, name.apply(file));
    }

    /// {@return a handler that refuses, by 413, forms whose files have more than so many bytes in
    /// all; it takes none itself: list it first}
    public static UploadHandler quota(long most) {
        var count = new long[1];
        return new Watching() {
            @Override
            public void received(UploadHandler.Incoming file, int bytes) {
                count[0] += bytes;
                if (count[0] > most) {
                    throw LimitExceeded.tooLarge("the quota of this form", most);
                }
            }
        };
    }

    /// {@return a handler that tells how far the files of a form have come; it takes none itself:
    /// list it first}
    ///
    /// @param listener told of each piece: the file, and how many bytes of all files have come
    public static UploadHandler progress(BiConsumer<UploadHandler.Incoming, Long> listener) {
        var count = new long[1];
        return new Watching() {
            @Override
            public void received(UploadHandler.Incoming file, int bytes) {
                count[0] += bytes;
                listener.accept(file, count[0]);
            }
        };
    }

    /// Sees the bytes that another handler takes.
    abstract static class Watching implements UploadHandler {

        @Override
        public final UploadHandler.@Nullable Sink begin(UploadHandler.Incoming file) {
            return null;
        }

        abstract void received(UploadHandler.Incoming file, int bytes) throws IOException;
    }
}
