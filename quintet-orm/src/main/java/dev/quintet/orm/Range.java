package dev.quintet.orm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All values between two bounds. PostgreSQL's range types.
///
/// @param lower the least value, or `null` for no least
/// @param upper the greatest value, or `null` for no greatest
/// @param withLower whether the lower bound is in it
/// @param withUpper whether the upper bound is in it
/// @param empty whether nothing is in it
public record Range<T extends Comparable<? super T>>(
        @Nullable T lower, @Nullable T upper, boolean withLower, boolean withUpper, boolean empty) {

    /// {@return from a bound that is in it to one that is not; `null` for no bound}
    public static <T extends Comparable<? super T>> Range<T> of(
            @Nullable T lower, @Nullable T upper) {
        return new Range<>(lower, upper, true, false, false);
    }

    /// {@return from a bound to another, both in it}
    public static <T extends Comparable<? super T>> Range<T> closed(T lower, T upper) {
        return new Range<>(lower, upper, true, true, false);
    }

    /// {@return a range that nothing is in}
    public static <T extends Comparable<? super T>> Range<T> none() {
        return new Range<>(null, null, false, false, true);
    }

    /// {@return whether a value is in it}
    public boolean contains(T value) {
        Objects.requireNonNull(value, "value");
        if (empty) {
            return false;
        }
        int low = lower == null ? 1 : value.compareTo(lower);
        int high = upper == null ? -1 : value.compareTo(upper);
        return (low > 0 || (low == 0 && withLower)) && (high < 0 || (high == 0 && withUpper));
    }
}
