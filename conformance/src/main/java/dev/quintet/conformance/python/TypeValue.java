package dev.quintet.conformance.python;

import org.jspecify.annotations.Nullable;

/// The class of a value, as `type(value)` gives it.
///
/// @param name of the class
public record TypeValue(String name) implements PythonObject {

    @Override
    public @Nullable Object attribute(String wanted) {
        return wanted.equals("__name__") || wanted.equals("__qualname__") ? name : MISSING;
    }

    @Override
    public String text() {
        return "<class '" + name + "'>";
    }

    @Override
    public @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
        if (!operator.equals("==")) {
            return MISSING;
        }
        return other instanceof PythonObject object && name.equals(object.attribute("__name__"));
    }

    @Override
    public String typeName() {
        return "type";
    }
}
