package dev.quintet.orm;

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
