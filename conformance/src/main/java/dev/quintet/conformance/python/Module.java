package dev.quintet.conformance.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A module, or anything else that only has attributes.
///
/// @param name of the module
/// @param members by name
public record Module(String name, Map<String, ? extends @Nullable Object> members)
        implements PythonObject {

    @Override
    public @Nullable Object attribute(String wanted) {
        return members.containsKey(wanted) ? members.get(wanted) : MISSING;
    }

    @Override
    public String typeName() {
        return "module";
    }
}
