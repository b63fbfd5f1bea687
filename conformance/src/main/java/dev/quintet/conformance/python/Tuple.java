package dev.quintet.conformance.python;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// A Python tuple: a list that cannot be changed, and may be a key. Immutable.
public final class Tuple extends AbstractList<@Nullable Object> implements RandomAccess {

    private final List<@Nullable Object> values;

    private Tuple(List<@Nullable Object> values) {
        this.values = values;
    }

    /// {@return a tuple of these}
    public static Tuple of(@Nullable Object... values) {
        return new Tuple(Arrays.asList(values.clone()));
    }

    /// {@return a tuple of these}
    public static Tuple copyOf(Collection<? extends @Nullable Object> values) {
        return new Tuple(new ArrayList<@Nullable Object>(values));
    }

    @Override
    public @Nullable Object get(int index) {
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }
}
