package dev.quintet.conformance.python;

import org.jspecify.annotations.Nullable;

/// An exception, as a value.
///
/// @param error the exception
public record ErrorValue(PythonError error) implements PythonObject {

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "args" -> Tuple.of(error.message());
            case "messages" -> new java.util.ArrayList<>(java.util.List.of(error.message()));
            case "__class__" -> new ErrorType(error.type());
            default -> MISSING;
        };
    }

    @Override
    public String text() {
        return error.message();
    }

    @Override
    public String typeName() {
        return error.type();
    }
}
