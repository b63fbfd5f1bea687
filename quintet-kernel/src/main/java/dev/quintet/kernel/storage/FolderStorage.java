package dev.quintet.kernel.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps files in a folder of this machine. Django: `FileSystemStorage`.
///
/// A file appears under its name when it is whole, and not before. Symbolic links that lead out of
/// the folder are not followed.
public final class FolderStorage implements Storage {

    private final Path root;
    private final @Nullable String url;

    private FolderStorage(Path root, @Nullable String url) {
        this.root = root.toAbsolutePath().normalize();
        this.url = url == null || url.endsWith("/") ? url : url + "/";
    }

    /// {@return the files of a folder, which is made when the first is saved}
    ///
    /// @param url the address below which browsers find them, or `null` where they find none:
    ///   private files
    public static FolderStorage of(Path root, @Nullable String url) {
        return new FolderStorage(root, url);
    }

    @Override
    public String save(String name, InputStream content) throws IOException {
        String wanted = StoredName.checked(name);
        Path folder = Objects.requireNonNull(root.resolve(wanted).getParent());
        Files.createDirectories(folder);
        refuseOutside(folder);
        Path written = Files.createTempFile(folder, ".new", ".tmp");
        try {
            Files.copy(content, written, StandardCopyOption.REPLACE_EXISTING);
            var rights = Files.getFileAttributeView(written, PosixFileAttributeView.class);
            if (rights != null) {
                // Temporary files are for their owner alone; a web server may be another.
                rights.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
            }
            String free = wanted;
            while (true) {
                try {
                    // An empty file takes the name; nobody else gets the same.
                    Files.write(root.resolve(free), new byte[0], StandardOpenOption.CREATE_NEW);
                    Files.move(
                            written,
                            root.resolve(free),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                    return free;
                } catch (FileAlreadyExistsException taken) {
                    free = StoredName.another(wanted);
                }
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(file(name));
    }

    @Override
    public void delete(String name) throws IOException {
        Path file = root.resolve(StoredName.checked(name));
        if (Files.exists(file) && !Files.isDirectory(file)) {
            refuseOutside(file);
            Files.deleteIfExists(file);
        }
    }

    @Override
    public boolean exists(String name) throws IOException {
        try {
            file(name);
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(file(name));
    }

    @Override
    public Instant modified(String name) throws IOException {
        return Files.getLastModifiedTime(file(name)).toInstant();
    }

    @Override
    public Listing list(String folder) throws IOException {
        Path listed = root.resolve(StoredName.folder(folder));
        var folders = new TreeSet<String>();
        var files = new TreeSet<String>();
        if (Files.isDirectory(listed)) {
            refuseOutside(listed);
            try (Stream<Path> all = Files.list(listed)) {
                all.forEach(each -> {
                    String name = Objects.requireNonNull(each.getFileName()).toString();
                    if (Files.isDirectory(each)) {
                        folders.add(name);
                    } else if (!name.startsWith(".new")) {
                        files.add(name);
                    }
                });
            }
        }
        return new Listing(java.util.List.copyOf(folders), java.util.List.copyOf(files));
    }

    @Override
    public String url(String name) {
        if (url == null) {
            throw new UnsupportedOperationException("The files in " + root + " are private");
        }
        return StoredName.url(url, StoredName.checked(name));
    }

    @Override
    public Optional<Path> path(String name) throws IOException {
        return Optional.of(file(name));
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(StoredName.checked(name));
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(name);
        }
        refuseOutside(file);
        return file;
    }

    /// A link that somebody placed in the folder shall not open the rest of the machine.
    private void refuseOutside(Path existing) throws IOException {
        Path real = existing.toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            throw new NoSuchFileException(root.relativize(existing).toString());
        }
    }

    @Override
    public String toString() {
        return "FolderStorage[" + root + "]";
    }
}
