package dev.quintet.kernel.i18n;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Text that is made anew whenever it is read, so that each visitor reads it in his own language.
///
/// Two of them are equal when they read the same now; do not use one as a key of a map.
public final class LazyString implements CharSequence {

    private final Supplier<String> text;

    LazyString(Supplier<String> text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    @Override
    public int length() {
        return text.get().length();
    }

    @Override
    public char charAt(int index) {
        return text.get().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.get().substring(start, end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LazyString that && that.text.get().equals(text.get());
    }

    @Override
    public int hashCode() {
        return text.get().hashCode();
    }

    /// {@return the text in the language active now}
    @Override
    public String toString() {
        return text.get();
    }
}
