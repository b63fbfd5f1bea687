package dev.quintet.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a submitted form brought: its fields and its files.
///
/// @param fields names and values, as in a query string
/// @param files files by the name of their field, in their order
record Form(QueryParams fields, Map<String, List<UploadedFile>> files) {

    static final Form EMPTY = new Form(QueryParams.empty(), Map.of());

    static Form of(QueryParams fields) {
        return new Form(fields, Map.of());
    }

    Form {
        var copy = new LinkedHashMap<String, List<UploadedFile>>();
        files.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        files = java.util.Collections.unmodifiableMap(copy);
    }

    @Nullable UploadedFile file(String name) {
        List<UploadedFile> found = files.get(name);
        return found == null ? null : found.getLast();
    }
}
