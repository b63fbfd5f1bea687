package dev.quintet.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins `Vary` lists. Django: `patch_vary_headers`.
final class CacheHeaders {

    private CacheHeaders() {}

    static String vary(@Nullable String now, List<String> more) {
        var names = new ArrayList<String>();
        if (now != null) {
            for (String name : now.split(",", -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        List<String> before = List.copyOf(names);
        for (String name : more) {
            if (before.stream().noneMatch(name::equalsIgnoreCase)) {
                names.add(name);
            }
        }
        return names.contains("*") ? "*" : String.join(", ", names);
    }
}
