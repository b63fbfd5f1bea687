package dev.quintet.conformance.python;

import org.jspecify.annotations.Nullable;

/// A class of exceptions, as a value.
///
/// @param name of the class
public record ErrorType(String name) implements PythonObject {

    @Override
    public Object call(Arguments arguments) {
        String message = arguments.size() == 0 ? "" : Values.text(arguments.get(0));
        return new ErrorValue(new PythonError(name, message));
    }

    @Override
    public @Nullable Object attribute(String wanted) {
        return wanted.equals("__name__") ? name : MISSING;
    }

    @Override
    public String typeName() {
        return "type";
    }
}
