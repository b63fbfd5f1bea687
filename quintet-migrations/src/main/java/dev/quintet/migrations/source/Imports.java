package dev.quintet.migrations.source;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// The types that a file names, by their simple names where no two share one. Belongs to one file.
final class Imports {

    private final Map<String, String> bySimpleName = new HashMap<>();
    private final TreeSet<String> lines = new TreeSet<>();

    /// {@return what a type is called in the file}
    String name(Class<?> type) {
        Class<?> outer = type;
        var name = new StringBuilder(type.getSimpleName());
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
            name.insert(0, outer.getSimpleName() + ".");
        }
        if (outer.getPackageName().equals("java.lang")) {
            return name.toString();
        }
        String full = outer.getName();
        String known = bySimpleName.computeIfAbsent(outer.getSimpleName(), _ -> full);
        if (!known.equals(full)) {
            return outer.getPackageName() + "." + name;
        }
        lines.add("import " + known + ";");
        return name.toString();
    }

    /// {@return the lines, in order}
    String text() {
        return String.join("\n", lines);
    }
}
