package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.tree.Node;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The transforms and lookups of a site's own that queries told by names may use, from its settings
/// {@link OrmSettings#TRANSFORMS} and {@link OrmSettings#LOOKUPS}: for the reader of names. Django:
/// `register_lookup`.
public final class OwnTransforms {

    private OwnTransforms() {}

    /// {@return the transformed value, or `null` where the site has no such transform}
    public static @Nullable Node of(String name, Node value) {
        UnaryOperator<F> transform = known().get(name);
        return transform == null ? null : transform.apply(new F(value)).node();
    }

    /// {@return the names of all transforms}
    public static Set<String> names() {
        return known().keySet();
    }

    /// {@return the condition, or `null` where the site has no such lookup}
    public static @Nullable Node compared(String lookup, Node operand, Node value) {
        OwnLookup own = knownLookups().get(lookup);
        return own == null ? null : own.compare(new F(operand), new F(value)).node();
    }

    /// {@return the names of all lookups}
    public static Set<String> lookups() {
        return knownLookups().keySet();
    }

    private static Map<String, OwnLookup> knownLookups() {
        Context site = Context.find();
        return site == null ? Map.of() : site.settings().get(OrmSettings.LOOKUPS);
    }

    private static Map<String, UnaryOperator<F>> known() {
        Context site = Context.find();
        return site == null ? Map.of() : site.settings().get(OrmSettings.TRANSFORMS);
    }
}
