package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.util.Set;

/// Something outside of a template that it names by a literal.
///
/// @param kind what it is
/// @param name as written
/// @param place where
/// @param arguments of a route
record Mention(Kind kind, String name, Place place, Arguments arguments) {

    static final Arguments NONE = new Arguments(0, Set.of());

    Mention(Kind kind, String name, Place place) {
        this(kind, name, place, NONE);
    }

    /// What a route is given.
    ///
    /// @param count how many values without names
    /// @param names of those with names
    record Arguments(int count, Set<String> names) {}

    enum Kind {
        TEMPLATE,
        ROUTE,
        STATIC_FILE
    }
}
