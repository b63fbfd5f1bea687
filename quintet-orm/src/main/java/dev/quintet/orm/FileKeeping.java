package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.kernel.validate.ImageSize;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.WorkUnit;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts the uploads of a row into their storages before the row is written, and takes them out
/// again when the row is not kept. Django: `FileField.pre_save`.
final class FileKeeping {

    private static final System.Logger LOG = Loggers.of(FileKeeping.class);

    /// A file that is in its storage now.
    private record Kept(Storage storage, String name, Runnable restore) {}

    private final List<Kept> kept = new ArrayList<>(1);

    private FileKeeping() {}

    /// @param fields which are written; files of others wait
    static <M extends Entity> FileKeeping before(
            ModelMapping<M> mapping, M object, BitSet fields, Database database) {
        var keeping = new FileKeeping();
        for (int number : mapping.fileNumbers()) {
            if (!fields.get(number)) {
                continue;
            }
            try {
                keeping.field(mapping, object, number, fields);
            } catch (IOException failed) {
                keeping.undo();
                throw new UncheckedIOException(failed);
            } catch (RuntimeException failed) {
                keeping.undo();
                throw failed;
            }
        }
        WorkUnit around = database.unit();
        if (around != null && !keeping.kept.isEmpty()) {
            around.onRollback(keeping::undo);
        }
        return keeping;
    }

    private <M extends Entity> void field(
            ModelMapping<M> mapping, M object, int number, BitSet fields) throws IOException {
        var place = (FilePlace) mapping.fieldCodec(number);
        StoredFile file = (StoredFile) mapping.value(object, number);
        Upload upload = file == null ? null : file.pending();
        if (place.isSized() && isNews(mapping, object, number, file)) {
            ImageSize size = file == null || !file.exists() ? null : sizeOf(file, place);
            put(mapping, object, place.width(), size == null ? null : size.width(), fields);
            put(mapping, object, place.height(), size == null ? null : size.height(), fields);
        }
        if (upload == null) {
            if (file != null && file.exists() && !file.storage().equals(place.storage())) {
                // The row keeps the name alone: it means a file of the field's own storage.
                mapping.assign(object, number, new StoredFile(file.name(), place.storage()));
            }
            return;
        }
        FieldState state = mapping.columns().get(number);
        Storage storage = Context.current().get(Storages.KEY).get(place.storage());
        int room = state.type().sql() instanceof SqlType.VarChar(int length) ? length : 0;
        String wanted = place.path(object, state.uploadTo(), upload.name(), today());
        String path = room == 0 ? wanted : FilePlace.fitting(wanted, room);
        String name;
        try (InputStream content = upload.open()) {
            name = storage.save(path, content);
        }
        var stored = new StoredFile(name, place.storage());
        mapping.assign(object, number, stored);
        kept.add(
                new Kept(
                        storage,
                        name,
                        () -> {
                            if (stored.equals(mapping.value(object, number))) {
                                mapping.assign(object, number, file);
                            }
                        }));
    }

    /// Whether the row does not have this file yet: only then is the picture looked at.
    private static <M extends Entity> boolean isNews(
            ModelMapping<M> mapping, M object, int number, @Nullable StoredFile file) {
        if (file != null && file.pending() != null) {
            return true;
        }
        EntityState state = object.state;
        if (state == null || !state.holdsFields()) {
            return state == null;
        }
        var found = new ChangedFields();
        mapping.changes(object, state, found);
        return found.numbers().get(number);
    }

    private static @Nullable ImageSize sizeOf(StoredFile file, FilePlace place) throws IOException {
        StoredFile there =
                file.pending() == null ? new StoredFile(file.name(), place.storage()) : file;
        try (InputStream content = there.open()) {
            return ImageSize.of(content);
        } catch (java.nio.file.NoSuchFileException lost) {
            return null;
        }
    }

    /// A whole number that may not be null is 0 where there is no picture.
    private static <M extends Entity> void put(
            ModelMapping<M> mapping,
            M object,
            String name,
            @Nullable Integer pixels,
            BitSet fields) {
        int number = mapping.number(name);
        FieldState state = mapping.columns().get(number);
        Integer some = pixels == null && !state.nullable() ? Integer.valueOf(0) : pixels;
        @Nullable Object value =
                some == null
                        ? null
                        : switch (state.type().sql()) {
                            case SqlType.BigInt _ -> (Object) some.longValue();
                            case SqlType.SmallInt _ -> (Object) some.shortValue();
                            default -> some;
                        };
        if (!Objects.equals(value, mapping.value(object, number))) {
            mapping.assign(object, number, value);
            fields.set(number);
        }
    }

    private static LocalDate today() {
        Context context = Context.current();
        return LocalDate.ofInstant(context.clock().instant(), TimeZones.in(context));
    }

    /// Takes the files out of their storages, and puts the uploads back into the row. Does nothing
    /// the second time.
    void undo() {
        for (Kept file : List.copyOf(kept)) {
            kept.remove(file);
            file.restore().run();
            try {
                file.storage().delete(file.name());
            } catch (IOException failed) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A file of a row that was not kept could not be deleted: " + file.name(),
                        failed);
            }
        }
    }
}
