package dev.quintet.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Decides where the content of an uploaded file goes while it comes in: into memory, onto disk,
/// into a storage, nowhere. Django: `FileUploadHandler`.
///
/// Given to {@link Request#receive} before the form is read. For each file the handlers are asked
/// in their order, and the first that takes it gets its bytes; what none takes is kept in memory,
/// or on disk from `FILE_UPLOAD_MAX_MEMORY_SIZE` on. Belongs to one request.
@FunctionalInterface
public interface UploadHandler {

    /// {@return what takes this file's bytes, or `null` to leave it to the handlers after this one}
    ///
    /// @throws HttpException to refuse the whole form
    @Nullable Sink begin(Incoming file) throws IOException;

    /// A file that is about to come in. Name and type are the client's word for it.
    ///
    /// @param field the name of the form's field
    /// @param name less any folders
    /// @param contentType the media type, or `null` where none was given
    record Incoming(String field, String name, @Nullable String contentType) {}

    /// Takes the bytes of one file.
    interface Sink {

        /// Takes some bytes, the next in order.
        ///
        /// @throws HttpException to refuse the whole form
        void write(byte[] bytes) throws IOException;

        /// {@return the file, whole; `null` where it is dropped}
        @Nullable UploadedFile end() throws IOException;

        /// Throws away what came so far: the form broke off, or was refused.
        void discard() throws IOException;
    }
}
