package dev.quintet.template;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds templates by name. Safe for many threads.
public interface TemplateLoader {

    /// {@return the template's source, or `null` when this loader has none of that name}
    ///
    /// @param name a relative path with slashes, without `.` and `..` in it
    @Nullable TemplateSource find(String name);

    /// {@return where this loader looks for `name`, for the message that it is not there}
    String place(String name);

    /// {@return the names of its templates, for {@link TemplateEngine#check}; empty where they
    /// cannot be listed, which is so by default}
    default Set<String> names() {
        return Set.of();
    }

    /// {@return a loader of the files below `folder`}
    static TemplateLoader folder(Path folder) {
        return new FolderLoader(folder);
    }

    /// {@return a loader of the resources below `templates/` beside the root of `owner`'s classes:
    /// a folder while developing, a jar in production}
    ///
    /// @param owner a class of the app whose templates they are
    static TemplateLoader resources(Class<?> owner) {
        return new ResourceLoader(owner, "templates/");
    }

    /// {@return a loader of the resources below `prefix` that `owner` sees}
    static TemplateLoader resources(Class<?> owner, String prefix) {
        return new ResourceLoader(owner, prefix);
    }

    /// {@return a loader of these texts by name; later changes of the map are not seen}
    static TemplateLoader memory(Map<String, String> texts) {
        return new MemoryLoader(texts);
    }
}
