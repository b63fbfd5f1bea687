package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.kernel.template.AltersData;
import dev.quintet.kernel.template.TemplateTruth;
import dev.quintet.kernel.validate.ImageSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file that a row names: the row keeps the name, a {@link dev.quintet.kernel.storage.Storage}
/// the bytes. Django: `FieldFile`.
///
/// ```java
/// album.cover = StoredFile.of(upload);   // not kept yet
/// album.save();                          // kept, under a name of the field's folder
/// album.cover.url();
/// ```
///
/// When the save fails, or the transaction around it is taken back, so is the file. A value: what
/// it knows of the bytes it asks the storage anew.
///
/// @param name its name in the storage; that of the upload while it is not kept; empty for no file
/// @param storage the storage's name in the site's {@link Storages}
/// @param pending what came and is kept when the row is saved, or `null`
public record StoredFile(String name, String storage, @Nullable Upload pending)
        implements Comparable<StoredFile>, TemplateTruth {

    /// No file.
    public static final StoredFile NONE = new StoredFile("");

    /// Refuses null.
    public StoredFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(storage, "storage");
    }

    /// A file that a storage has.
    public StoredFile(String name, String storage) {
        this(name, storage, null);
    }

    /// A file of the default storage. A field that keeps its files elsewhere reads it from there.
    public StoredFile(String name) {
        this(name, Storages.DEFAULT, null);
    }

    /// {@return a file that came, and is kept when the row that it is put into is saved}
    public static StoredFile of(Upload upload) {
        return new StoredFile(upload.name(), Storages.DEFAULT, upload);
    }

    /// {@return whether there is a file, kept or not}
    public boolean exists() {
        return !name.isEmpty();
    }

    /// As {@link #exists}.
    @Override
    public boolean countsAsTrue() {
        return exists();
    }

    /// {@return whether it is kept: whether it has an address, and a size in the storage}
    public boolean isKept() {
        return exists() && pending == null;
    }

    /// {@return the address that a browser fetches it from}
    ///
    /// @throws NoFileException when there is none
    /// @throws UnsupportedOperationException when files of its storage have no address
    public String url() {
        return store().url(name);
    }

    /// {@return its size in bytes}
    ///
    /// @throws NoFileException when there is none
    public long size() {
        Upload came = pending;
        return came != null ? came.size() : asked(store -> store.size(name));
    }

    /// {@return its content from the beginning; the caller closes it}
    ///
    /// @throws NoFileException when there is none
    /// @throws java.nio.file.NoSuchFileException when the storage has lost it
    public InputStream open() throws IOException {
        Upload came = pending;
        return came != null ? came.open() : store().open(name);
    }

    /// {@return how large the picture is, read from its beginning, or `null` where it is none. A
    /// field says by {@link Field#size} that its row keeps both numbers}
    ///
    /// @throws NoFileException when there is none
    public @Nullable ImageSize imageSize() {
        try (InputStream content = open()) {
            return ImageSize.of(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// {@return the width of the picture in pixels; 0 where it is none}
    public int width() {
        ImageSize size = imageSize();
        return size == null ? 0 : size.width();
    }

    /// {@return the height of the picture in pixels; 0 where it is none}
    public int height() {
        ImageSize size = imageSize();
        return size == null ? 0 : size.height();
    }

    /// Deletes it from its storage once the transaction is kept; at once where there is none. Rows
    /// that name it are left as they are, so take the name out of them too. What fails is logged.
    @AltersData
    public void deleteOnCommit() {
        deleteOnCommit(dev.quintet.orm.connection.Databases.DEFAULT);
    }

    /// Deletes it once the transaction on another database is kept.
    ///
    /// @param database its name
    @AltersData
    public void deleteOnCommit(String database) {
        if (isKept()) {
            Storage from = store();
            Transaction.onCommit(
                    database,
                    () -> {
                        try {
                            from.delete(name);
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    },
                    true);
        }
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
        return new StoredFile(storage.save(FilePlace.path(uploadTo, name, day), content));
    }

    private Storage store() {
        if (!isKept()) {
            throw new NoFileException(pending == null ? "" : name);
        }
        return Context.current().get(Storages.KEY).get(storage);
    }

    private interface Question {
        long ask(Storage store) throws IOException;
    }

    private long asked(Question question) {
        try {
            return question.ask(store());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
