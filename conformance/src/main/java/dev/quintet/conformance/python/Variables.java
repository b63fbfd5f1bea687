package dev.quintet.conformance.python;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names in scope, over those of the scope around.
public final class Variables {

    private final @Nullable Variables around;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    private Variables(@Nullable Variables around) {
        this.around = around;
    }

    /// {@return an outermost scope of these names}
    public static Variables of(Map<String, ? extends @Nullable Object> names) {
        var outermost = new Variables(null);
        outermost.values.putAll(names);
        return outermost;
    }

    /// {@return a scope within this one}
    public Variables within() {
        return new Variables(this);
    }

    /// {@return what a name stands for}
    ///
    /// @throws PythonError a NameError when nothing does
    public @Nullable Object get(String name) {
        for (Variables scope = this; scope != null; scope = scope.around) {
            if (scope.values.containsKey(name)) {
                return scope.values.get(name);
            }
        }
        throw new PythonError("NameError", "name '" + name + "' is not defined");
    }

    /// Gives a name a value, in this scope.
    public void set(String name, @Nullable Object value) {
        values.put(name, value);
    }

    /// Forgets a name of this scope.
    void remove(String name) {
        values.remove(name);
    }
}
