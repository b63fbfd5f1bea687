package dev.quintet.kernel.text;

import java.util.Objects;

/// Text that is HTML already: templates write it as it is.
///
/// Everything else is escaped where it is written, so making one of these from a visitor's words is
/// how a page gets hacked. Django: `SafeString`, `mark_safe`.
///
/// @param text HTML, escaped by whoever made it
public record SafeString(String text) implements CharSequence {

    /// Refuses null.
    public SafeString {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    /// {@return the HTML itself}
    @Override
    public String toString() {
        return text;
    }
}
