package dev.quintet.web.media;

import dev.quintet.kernel.storage.Storage;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.StoredFile;
import dev.quintet.orm.state.FieldState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Files of a storage that no row names any more: their rows were deleted, or name another file.
public final class OrphanFiles {

    private static final Set<String> KINDS = Set.of("FileField", "ImageField");

    private OrphanFiles() {}

    /// {@return the names of such files, in their order}
    ///
    /// @param models whose rows name files, in any of their fields of files
    /// @param below the folder that is searched; empty for all
    /// @param before files that were written later are left alone: their row may be on its way
    public static List<String> find(Models models, Storage storage, String below, Instant before)
            throws IOException {
        var found = new ArrayList<String>();
        collect(storage, below, before, found);
        if (!found.isEmpty()) {
            // Asked after the files were listed: a row that came meanwhile keeps its file.
            found.removeAll(named(models));
        }
        return List.copyOf(found);
    }

    private static void collect(Storage storage, String folder, Instant before, List<String> found)
            throws IOException {
        Storage.Listing listing = storage.list(folder);
        String prefix = folder.isEmpty() ? "" : folder + "/";
        for (String each : listing.files()) {
            if (storage.modified(prefix + each).isBefore(before)) {
                found.add(prefix + each);
            }
        }
        for (String each : listing.folders()) {
            collect(storage, prefix + each, before, found);
        }
    }

    private static Set<String> named(Models models) {
        var names = new HashSet<String>();
        for (ModelMapping<?> mapping : models.list()) {
            if (!mapping.state().options().proxy()) {
                for (FieldState field : mapping.state().columns()) {
                    if (KINDS.contains(field.type().name())) {
                        collect(mapping, field.name(), names);
                    }
                }
            }
        }
        return names;
    }

    private static <M extends Entity> void collect(
            ModelMapping<M> mapping, String field, Set<String> names) {
        try (Stream<@Nullable Object> values = QuerySet.of(mapping).valuesFlat(field).stream()) {
            values.forEach(value -> {
                if (value instanceof StoredFile file && file.exists()) {
                    names.add(file.name());
                }
            });
        }
    }
}
