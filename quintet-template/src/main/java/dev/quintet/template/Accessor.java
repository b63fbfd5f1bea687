package dev.quintet.template;

import java.lang.invoke.MethodHandle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads one attribute of the objects of one class. What the attribute's method throws passes
/// through, checked or not.
///
/// @param reader gives the attribute; called on the hot path, so there is no second call between
/// @param handle does the same, from object to object, for byte code; `null` where it has no use
record Accessor(Function<Object, @Nullable Object> reader, @Nullable MethodHandle handle) {

    /// Stands for an attribute that templates may not use.
    static final Accessor REFUSED = new Accessor(_ -> Missing.REFUSED, null);
}
