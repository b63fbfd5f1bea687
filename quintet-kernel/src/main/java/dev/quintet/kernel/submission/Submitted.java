package dev.quintet.kernel.submission;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names with one or more values each, as a form or a query string brings them.
public interface Submitted {

    /// {@return the last value of a name, or `null` where there is none}
    @Nullable String get(String name);

    /// {@return all values of a name in their order; empty where there is none}
    List<String> all(String name);

    /// {@return whether there is such a name}
    boolean has(String name);

    /// {@return the names, in the order of their first appearance}
    Set<String> names();
}
