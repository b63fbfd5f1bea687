package dev.quintet.template;

import dev.quintet.kernel.error.Place;

/// Something outside of a template that it names by a literal.
///
/// @param kind what it is
/// @param name as written
/// @param place where
record Mention(Kind kind, String name, Place place) {

    enum Kind {
        TEMPLATE,
        ROUTE,
        STATIC_FILE
    }
}
