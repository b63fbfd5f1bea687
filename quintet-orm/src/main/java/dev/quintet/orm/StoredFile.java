package dev.quintet.orm;

import dev.quintet.kernel.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;

/// A file that a row names: the row keeps the name, a {@link dev.quintet.kernel.storage.Storage}
/// the bytes. Django: `FieldFile`.
///
/// @param name its name in the storage; empty for no file
public record StoredFile(String name) implements Comparable<StoredFile> {

    /// No file.
    public static final StoredFile NONE = new StoredFile("");

    /// Refuses null.
    public StoredFile {
        Objects.requireNonNull(name, "name");
    }

    /// {@return whether there is a file}
    public boolean exists() {
        return !name.isEmpty();
    }

    /// Keeps what `content` holds in a storage, in the folder of a field and under a name that is
    /// safe there, or a free one like it.
    ///
    /// @param uploadTo the folder, with `%Y`, `%m` and `%d` for the day
    /// @param name as who sent it calls it; only its last part counts
    /// @return the file, to be put into the field
    public static StoredFile keep(
            Storage storage, String uploadTo, String name, InputStream content, LocalDate day)
            throws IOException {
        String folder =
                uploadTo.replace("%Y", "%04d".formatted(day.getYear()))
                        .replace("%m", "%02d".formatted(day.getMonthValue()))
                        .replace("%d", "%02d".formatted(day.getDayOfMonth()));
        String between = folder.isEmpty() || folder.endsWith("/") ? "" : "/";
        return new StoredFile(storage.save(folder + between + safe(name), content));
    }

    /// Letters, digits, `-`, `_` and `.`; spaces become `_`. Django: `get_valid_filename`.
    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe = last.strip().replace(' ', '_').replaceAll("[^-\\w.\\p{L}\\p{N}]", "");
        return safe.isEmpty() || safe.matches("\\.+") ? "file" : safe;
    }

    @Override
    public int compareTo(StoredFile other) {
        return name.compareTo(other.name);
    }

    /// {@return the name}
    @Override
    public String toString() {
        return name;
    }
}
