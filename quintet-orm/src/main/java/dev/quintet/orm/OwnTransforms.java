package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.tree.Node;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The transforms of a site's own that queries told by names may use, from its setting {@link
/// OrmSettings#TRANSFORMS}: for the reader of names. Django: `register_lookup` with a `Transform`.
public final class OwnTransforms {

    private OwnTransforms() {}

    /// {@return the transformed value, or `null` where the site has no such transform}
    public static @Nullable Node of(String name, Node value) {
        UnaryOperator<F> transform = known().get(name);
        return transform == null ? null : transform.apply(new F(value)).node();
    }

    /// {@return the names of all}
    public static Set<String> names() {
        return known().keySet();
    }

    private static Map<String, UnaryOperator<F>> known() {
        Context site = Context.find();
        return site == null ? Map.of() : site.settings().get(OrmSettings.TRANSFORMS);
    }
}
