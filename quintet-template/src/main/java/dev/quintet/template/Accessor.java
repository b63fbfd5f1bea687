package dev.quintet.template;

import org.jspecify.annotations.Nullable;

/// Reads one attribute of the objects of one class.
@FunctionalInterface
interface Accessor {

    /// Stands for an attribute that templates may not use.
    Accessor REFUSED = _ -> Missing.REFUSED;

    /// {@return the attribute of `target`}
    ///
    /// @throws Throwable what the method called throws
    @Nullable Object read(Object target) throws Throwable;
}
