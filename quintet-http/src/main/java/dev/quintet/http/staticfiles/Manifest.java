package dev.quintet.http.staticfiles;

import dev.quintet.kernel.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which file has which name with a hash, as `collectstatic` wrote it: `staticfiles.json`, in
/// Django's form.
///
/// @param names names with hashes, by those without
/// @param hashed the former
record Manifest(Map<String, String> names, Set<String> hashed) {

    static final String FILE = "staticfiles.json";
    private static final String FORM = "1.1";

    static Manifest of(Map<String, String> names) {
        return new Manifest(
                Collections.unmodifiableMap(new LinkedHashMap<>(names)),
                Set.copyOf(new HashSet<>(names.values())));
    }

    /// {@return what lies in a folder, or `null` where nothing was collected there}
    static @Nullable Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        var names = new LinkedHashMap<String, String>();
        if (Json.parse(Files.readString(file)) instanceof Map<?, ?> whole
                && whole.get("paths") instanceof Map<?, ?> paths) {
            paths.forEach(
                    (name, hashed) -> names.put(String.valueOf(name), String.valueOf(hashed)));
        }
        return of(names);
    }

    void write(Path folder) throws IOException {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("paths", new TreeMap<>(names));
        whole.put("version", FORM);
        Path written = Files.createTempFile(folder, "manifest", ".tmp");
        Files.writeString(written, Json.text(whole));
        Collecting.readable(written);
        Files.move(
                written,
                folder.resolve(FILE),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
