package dev.quintet.http.middleware;

import dev.quintet.http.SessionStore;
import dev.quintet.kernel.signing.SessionCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in files of a folder, one each, shared by the processes of one machine. Django:
/// the engine `file`; the files' contents are Django's.
///
/// A file's time says when its session ends. Files are replaced whole, so that none is ever read
/// half written.
public final class FileSessions implements SessionStore {

    private static final String PREFIX = "sessionid";

    private final Path folder;
    private final SessionCodec codec;
    private final Clock clock;

    private FileSessions(Path folder, SessionCodec codec, Clock clock) {
        this.folder = folder;
        this.codec = codec;
        this.clock = clock;
    }

    /// {@return sessions in a folder, which is made if it is not there}
    public static FileSessions of(Path folder, SessionCodec codec, Clock clock) {
        try {
            Files.createDirectories(folder);
            var rights = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (rights != null
                    && rights.getOwner().getName().equals(System.getProperty("user.name"))) {
                rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "The folder of SESSION_FILE_PATH cannot be made", unwritable);
        }
        return new FileSessions(folder, codec, clock);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> load(String key) {
        if (!SessionStore.isKey(key)) {
            return null;
        }
        Path file = file(key);
        try {
            if (over(file)) {
                return null;
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            Map<String, @Nullable Object> values = codec.decode(text, null);
            return values.isEmpty() ? null : values;
        } catch (NoSuchFileException gone) {
            return null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public @Nullable String save(
            @Nullable String key, Map<String, @Nullable Object> values, Instant expires) {
        try {
            Path written = Files.createTempFile(folder, "new", ".tmp");
            try {
                Files.writeString(written, codec.encode(values), StandardCharsets.US_ASCII);
                Files.setLastModifiedTime(written, FileTime.from(expires));
                return key == null ? placed(written) : replaced(written, key);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private String placed(Path written) throws IOException {
        while (true) {
            String key = SessionStore.newKey();
            try {
                // An empty file takes the name; nobody else gets the same.
                Files.write(file(key), new byte[0], StandardOpenOption.CREATE_NEW);
                move(written, file(key));
                return key;
            } catch (FileAlreadyExistsException taken) {
                // The next one is free.
            }
        }
    }

    private @Nullable String replaced(Path written, String key) throws IOException {
        if (!SessionStore.isKey(key) || !Files.exists(file(key))) {
            return null;
        }
        move(written, file(key));
        return key;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String key) {
        if (SessionStore.isKey(key)) {
            try {
                Files.deleteIfExists(file(key));
            } catch (IOException stays) {
                throw new UncheckedIOException(stays);
            }
        }
    }

    @Override
    public List<String> keysWhere(Predicate<Map<String, @Nullable Object>> holds) {
        var keys = new ArrayList<String>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                String key = folder.relativize(file).toString().substring(PREFIX.length());
                Map<String, @Nullable Object> values = load(key);
                if (values != null && holds.test(values)) {
                    keys.add(key);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return keys;
    }

    @Override
    public int clearExpired() {
        int cleared = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (over(file) && Files.deleteIfExists(file)) {
                    cleared++;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return cleared;
    }

    private boolean over(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant());
    }

    private Path file(String key) {
        return folder.resolve(PREFIX + key);
    }
}
