package dev.quintet.template;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.HtmlValue;
import java.net.URI;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose attributes the templates of an engine may read, and what they may show whole. Immutable.
final class Access {

    /// Everything that {@link Accessors} finds: for templates of the site's own developers.
    static final Access OPEN = new Access(null);

    /// What the language itself puts into variables.
    private static final Set<Class<?>> OURS =
            Set.of(ForLoop.class, BlockRef.class, ValueTags.Group.class, LocalTags.FixedTime.class);

    private final @Nullable Set<Class<?>> readable;

    private Access(@Nullable Set<Class<?>> readable) {
        this.readable = readable;
    }

    /// {@return a rule that opens these types, with what extends them, beside plain values}
    static Access to(Set<Class<?>> types) {
        return new Access(Set.copyOf(types));
    }

    boolean isOpen() {
        return readable == null;
    }

    /// Refuses to read `name` of a type that is not open.
    ///
    /// @throws TemplateRenderException then
    void read(Class<?> type, String name) {
        if (readable != null && !isReadable(type)) {
            throw refused("'" + name + "' of " + type.getSimpleName());
        }
    }

    /// Refuses to show an object whole: its text may say more than its open attributes do.
    ///
    /// @throws TemplateRenderException then
    void show(Object value) {
        if (readable == null || isPlain(value)) {
            return;
        }
        Class<?> type = value.getClass();
        boolean whole = !(value instanceof Record) && isListed(type);
        if (!whole) {
            throw refused("The whole of " + type.getSimpleName());
        }
    }

    private boolean isReadable(Class<?> type) {
        return JavaTypes.isJavas(type) || OURS.contains(type) || isListed(type);
    }

    private boolean isListed(Class<?> type) {
        if (readable == null || readable.contains(type)) {
            return true;
        }
        for (Class<?> each : readable) {
            if (each.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof TemporalAccessor
                || value instanceof TemporalAmount
                || value instanceof HtmlValue
                || value instanceof UUID
                || value instanceof Locale
                || value instanceof Currency
                || value instanceof URI
                || value instanceof ForLoop
                || value instanceof BlockRef
                || value instanceof LocalTags.FixedTime
                || value instanceof Translated;
    }

    private static TemplateRenderException refused(String what) {
        return new TemplateRenderException(
                Problem.of("template.E034", what + " is not open to templates that users write.")
                        .because(
                                "They read maps, lists, texts, numbers, times, and the types that"
                                        + " the site opened.")
                        .fixedBy("Open the type by UserTemplates.reading(...), or show a part."),
                null);
    }
}
