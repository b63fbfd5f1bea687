package dev.quintet.http;

import java.util.List;
import java.util.Map;

/// A compiled pattern: one step on the way from an address to a route.
abstract sealed class PathPattern permits RoutePattern, RegexPattern {

    /// The pattern as it was written.
    final String text;

    PathPattern(String text) {
        this.text = text;
    }

    /// Matches `path` from `from` on, and adds what it captures to `captures`.
    ///
    /// @return where the rest begins, or -1 where it does not match
    abstract int match(String path, int from, Captures captures);

    /// {@return the names of what is captured, in order; unnamed groups under `_0`, `_1`...}
    abstract List<String> names();

    /// {@return the types of what is captured, in order}
    abstract List<Class<?>> types();

    /// {@return whether the groups have no names}
    boolean positional() {
        return false;
    }

    /// {@return the converters by name of capture}
    abstract Map<String, Converter<?>> converters();

    /// {@return the whole as a regular expression of Python's, as reversing needs it}
    abstract String pythonRegex();

    /// {@return the text that each path that matches begins with}
    abstract String literalPrefix();

    /// {@return what the path consists of between slashes, as far as that is certain}
    abstract List<Segment> segments();

    /// A piece of a path between slashes, for the index.
    ///
    /// @param literal its text, or `null` where it varies
    /// @param last whether anything, slashes too, may follow from here on
    record Segment(@org.jspecify.annotations.Nullable String literal, boolean last) {}
}
