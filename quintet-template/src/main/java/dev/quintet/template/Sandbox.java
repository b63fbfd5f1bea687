package dev.quintet.template;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.SafeString;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What holds templates that users write: beside the engine's limits of steps, depth and output.
///
/// @param access what they may read
/// @param time how long one rendering may take
/// @param maxSourceChars how long a template may be
/// @param maxValueChars how long a text may grow that a filter makes
record Sandbox(Access access, Duration time, int maxSourceChars, int maxValueChars) {

    /// Tags that know the site, its secrets or its load.
    static final Set<String> CLOSED_TAGS =
            Set.of(
                    "cache",
                    "csrf_token",
                    "debug",
                    "get_media_prefix",
                    "get_static_prefix",
                    "lorem",
                    "querystring",
                    "static",
                    "url");

    /// Filters that show objects whole.
    static final Set<String> CLOSED_FILTERS = Set.of("json_script", "pprint");

    /// Libraries that nothing of the above comes back with.
    static final Set<String> OPEN_LIBRARIES = Set.of("humanize", "i18n", "l10n", "tz");

    /// So many characters are as much work as one turn of a loop.
    private static final int CHARS_A_STEP = 16;

    /// So many comparisons of characters are as much work as one turn of a loop.
    private static final int COMPARISONS_A_STEP = 4096;

    /// {@return the steps that making `value` counts as}
    ///
    /// @throws TemplateRenderException when it is too large
    long work(@Nullable Object value) {
        int size =
                switch (value) {
                    case String text -> text.length();
                    case SafeString safe -> safe.text().length();
                    case Collection<?> many -> many.size();
                    case null, default -> 0;
                };
        if (size > maxValueChars) {
            throw new TemplateRenderException(
                    Problem.of("template.E030", "A value grows over its limit.")
                            .because("At most " + maxValueChars + " characters are allowed.")
                            .fixedBy("Show less of it."),
                    null);
        }
        return size / CHARS_A_STEP;
    }

    /// {@return the steps that looking for one text in the other counts as at most}
    static long search(@Nullable Object one, @Nullable Object other) {
        return (long) length(one) * length(other) / COMPARISONS_A_STEP;
    }

    private static int length(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case SafeString safe -> safe.text().length();
            case Collection<?> many -> many.size();
            case null, default -> 0;
        };
    }

    /// Refuses a source that is too long.
    void read(String name, String source) {
        if (source.length() > maxSourceChars) {
            throw new TemplateSyntaxException(
                    Problem.of("template.E036", "The template '" + name + "' is too long.")
                            .because(
                                    "It has "
                                            + source.length()
                                            + " characters, and at most "
                                            + maxSourceChars
                                            + " are allowed."));
        }
    }
}
