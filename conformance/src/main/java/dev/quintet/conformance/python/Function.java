package dev.quintet.conformance.python;

import org.jspecify.annotations.Nullable;

/// Something that can be called.
@FunctionalInterface
public interface Function extends PythonObject {

    @Override
    @Nullable Object call(Arguments arguments);

    @Override
    default String typeName() {
        return "function";
    }
}
