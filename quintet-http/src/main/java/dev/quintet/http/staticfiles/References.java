package dev.quintet.http.staticfiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Finds what style sheets and scripts refer to: `url()`, `@import` and source maps in CSS, imports
/// of ES modules and source maps in JavaScript. Comments are passed over.
final class References {

    private References() {}

    /// {@return whether a file of this name may refer to others}
    static boolean mayHold(String name) {
        return isStyles(name) || isScript(name);
    }

    /// {@return the files that a text refers to, by their names among the static files; each once}
    ///
    /// @param name of the file that the text is of
    /// @param prefix the address below which static files are
    static List<String> of(String name, String text, String prefix) {
        var found = new ArrayList<String>();
        replace(
                name,
                text,
                prefix,
                target -> {
                    if (!found.contains(target)) {
                        found.add(target);
                    }
                    return target;
                });
        return found;
    }

    /// {@return the text with other names in its references; their form, relative or not, and what
    /// follows a `?` or `#`, stay}
    ///
    /// @param rename gives the name that takes the place of a file's
    static String replace(String name, String text, String prefix, UnaryOperator<String> rename) {
        List<ReferenceScanner.Place> places =
                isStyles(name)
                        ? ReferenceScanner.styles(text)
                        : isScript(name) ? ReferenceScanner.script(text) : List.of();
        var out = new StringBuilder(text.length() + 64);
        int copied = 0;
        for (ReferenceScanner.Place place : places) {
            String reference = text.substring(place.from(), place.to());
            String changed = changed(reference, name, prefix, place.module(), rename);
            if (changed != null) {
                out.append(text, copied, place.from()).append(changed);
                copied = place.to();
            }
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    private static boolean isStyles(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".css");
    }

    private static boolean isScript(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".js") || lower.endsWith(".mjs");
    }

    private static @Nullable String changed(
            String reference,
            String name,
            String prefix,
            boolean module,
            UnaryOperator<String> rename) {
        int end = reference.length();
        for (int i = 0; i < reference.length(); i++) {
            if (reference.charAt(i) == '?' || reference.charAt(i) == '#') {
                end = i;
                break;
            }
        }
        String path = reference.substring(0, end);
        boolean elsewhere =
                path.isEmpty()
                        || path.startsWith("//")
                        || hasScheme(path)
                        || (path.startsWith("/") && !path.startsWith(prefix));
        boolean bare =
                module
                        && !path.startsWith("./")
                        && !path.startsWith("../")
                        && !path.startsWith("/");
        if (elsewhere || bare) {
            return null;
        }
        String target =
                path.startsWith("/") ? path.substring(prefix.length()) : resolve(name, path);
        if (target == null || target.isEmpty() || target.endsWith("/")) {
            return null;
        }
        String renamed = rename.apply(target);
        if (renamed.equals(target)) {
            return null;
        }
        // Only the last part differs: names keep their folders.
        String last = renamed.substring(renamed.lastIndexOf('/') + 1);
        return path.substring(0, path.lastIndexOf('/') + 1) + last + reference.substring(end);
    }

    private static boolean hasScheme(String path) {
        int colon = path.indexOf(':');
        int slash = path.indexOf('/');
        return colon > 0 && (slash < 0 || colon < slash);
    }

    /// {@return the name that a relative path means in a file, or `null` where it climbs out}
    private static @Nullable String resolve(String from, String path) {
        var parts = new ArrayList<String>();
        int slash = from.lastIndexOf('/');
        if (slash > 0) {
            parts.addAll(List.of(from.substring(0, slash).split("/", -1)));
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return null;
                }
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
