package dev.quintet.kernel.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps files by name: on disk, in memory, in an object store. Django: `Storage`.
///
/// Names are relative paths with forward slashes; a name that is absolute, empty or climbs out with
/// `..` is refused with an {@link IllegalArgumentException}. Safe for many threads.
public interface Storage {

    /// Keeps what `content` holds, under `name` or, where that is taken, under a free name like it.
    ///
    /// The stream is read to its end and not closed. Nothing is left behind when reading fails.
    ///
    /// @return the name under which it was kept
    String save(String name, InputStream content) throws IOException;

    /// {@return the file's bytes from its beginning; the caller closes it}
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no such file
    InputStream open(String name) throws IOException;

    /// Deletes the file; does nothing where there is none.
    void delete(String name) throws IOException;

    /// {@return whether there is a file of this name}
    boolean exists(String name) throws IOException;

    /// {@return the file's size in bytes}
    long size(String name) throws IOException;

    /// {@return when the file was last written}
    Instant modified(String name) throws IOException;

    /// {@return the names directly below a folder, files and folders apart}
    Listing list(String folder) throws IOException;

    /// {@return the address that a browser fetches the file from}
    ///
    /// @throws UnsupportedOperationException when files of this storage have no address
    String url(String name);

    /// {@return where the file lies on this machine's disk; nothing where it does not. What sends
    /// files is quicker with it, and can send parts}
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no such file
    default Optional<Path> path(String name) throws IOException {
        return Optional.empty();
    }

    /// What a folder holds.
    ///
    /// @param folders names of folders, sorted
    /// @param files names of files, sorted
    record Listing(List<String> folders, List<String> files) {

        /// Keeps copies.
        public Listing {
            folders = List.copyOf(folders);
            files = List.copyOf(files);
        }
    }
}
