package dev.quintet.admin;

import dev.quintet.http.Request;
import dev.quintet.orm.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was done in the admin, written to Django's log and read from it.
final class Journal {

    /// Something that was done.
    ///
    /// @param kind `added`, `changed` or `deleted`
    /// @param url where the row is, or `null`
    record Entry(
            String kind,
            String name,
            String model,
            String user,
            String what,
            Instant time,
            @Nullable String url,
            List<Change> changes) {}

    /// A field that was changed.
    record Change(String field, String from, String to) {}

    private Journal() {}

    static void added(Request request, Entity row, List<Map<String, Object>> message) {}

    static void changed(Request request, Entity row, List<Map<String, Object>> message) {}

    static void deleted(Request request, Entity row) {}

    static List<Entry> of(Entity row) {
        return List.of();
    }

    static List<Entry> recent(Request request, int most, AdminSite site) {
        return List.of();
    }
}
