package dev.quintet.dev;

import dev.quintet.kernel.error.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the route that a path was probably meant for.
final class NearestRoute {

    private NearestRoute() {}

    /// {@return the pattern that is nearest to a path, or `null` when none is near}
    ///
    /// What a pattern captures is taken from the path, whatever the type: `/books/abc/` is nearest
    /// to `/books/<int:id>/`.
    static @Nullable String of(String path, Collection<String> patterns) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (String pattern : patterns) {
            filled.putIfAbsent(filled(pattern, path), pattern);
        }
        String nearest = Nearest.to(path, filled.keySet());
        return nearest == null ? null : filled.get(nearest);
    }

    private static String filled(String pattern, String path) {
        String[] parts = pattern.split("/", -1);
        String[] asked = path.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i < asked.length && parts[i].startsWith("<") && parts[i].endsWith(">")) {
                parts[i] = asked[i];
            }
        }
        return String.join("/", parts);
    }
}
