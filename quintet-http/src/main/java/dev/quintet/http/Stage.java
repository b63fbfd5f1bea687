package dev.quintet.http;

/// One station on the way of a request, for people who want to see the way.
///
/// @param name what stands there: a middleware's name, or `routes`
/// @param does what it does, in a few words
public record Stage(String name, String does) {

    @Override
    public String toString() {
        return name + ": " + does;
    }
}
