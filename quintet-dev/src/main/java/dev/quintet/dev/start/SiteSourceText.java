package dev.quintet.dev.start;

import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The source of a site, as text that an app is added to.
final class SiteSourceText {

    /// The comment before the first app of the list: who comes first, overrides.
    private static final Pattern FIRST_APP =
            Pattern.compile("(?m)^( +)// In the order that decides who overrides [^\\n]*\\n");

    /// The last app of the list, on a line of its own, where there is no such comment.
    private static final Pattern LAST_APP = Pattern.compile("(?m)^( +)(\\w+App\\.class)\\);$");

    /// The comment before the first route.
    private static final Pattern FIRST_ROUTE =
            Pattern.compile("(?m)^( +)// The first that fits answers\\.\\n");

    private static final Pattern IMPORTS =
            Pattern.compile("(?m)(?:^import (?!static)[\\w.]+;\\n)+");

    private SiteSourceText() {}

    /// {@return the text with an app in its list and its addresses, or `null` where it does not
    /// look as expected}
    static @Nullable String withApp(String text, String packageName, String name, String type) {
        String listed = text.contains("settings.apps(") ? listed(text, type + "App.class") : null;
        if (listed == null) {
            return null;
        }
        Matcher route = FIRST_ROUTE.matcher(listed);
        Matcher imports = IMPORTS.matcher(listed);
        if (!route.find() || !imports.find()) {
            return null;
        }
        String line = route.group(1) + "include(\"" + name + "/\", " + type + ".ROUTES),\n";
        String routed = listed.substring(0, route.end()) + line + listed.substring(route.end());
        var all = new TreeSet<>(Objects.requireNonNull(imports.group()).lines().toList());
        all.add("import " + packageName + "." + type + ";");
        all.add("import " + packageName + "." + type + "App;");
        return routed.substring(0, imports.start())
                + String.join("\n", all)
                + "\n"
                + routed.substring(imports.end());
    }

    private static @Nullable String listed(String text, String app) {
        Matcher first = FIRST_APP.matcher(text);
        if (first.find()) {
            String line = first.group(1) + app + ",\n";
            return text.substring(0, first.end()) + line + text.substring(first.end());
        }
        Matcher last = LAST_APP.matcher(text);
        return last.find()
                ? text.substring(0, last.end(2))
                        + ",\n"
                        + last.group(1)
                        + app
                        + text.substring(last.end(2))
                : null;
    }
}
