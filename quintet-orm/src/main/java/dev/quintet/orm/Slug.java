package dev.quintet.orm;

import java.util.Objects;

/// A short name for a URL, of letters, digits, hyphens and underscores.
///
/// @param text the name
public record Slug(String text) implements Comparable<Slug> {

    /// Refuses null; what is in it is checked when it is validated or saved.
    public Slug {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public int compareTo(Slug other) {
        return text.compareTo(other.text);
    }

    /// {@return the name}
    @Override
    public String toString() {
        return text;
    }
}
