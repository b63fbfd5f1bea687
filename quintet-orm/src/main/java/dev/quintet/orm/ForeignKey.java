package dev.quintet.orm;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A relation to one row, kept as its key. Django: `ForeignKey`.
///
/// @param <T> the model that it leads to; `@Nullable` where it may lead nowhere
public final class ForeignKey<T extends @Nullable Entity> extends ToOne<T> {

    ForeignKey(OnDelete onDelete) {
        super(onDelete, null);
    }

    ForeignKey(OnDelete onDelete, Supplier<? extends T> replacement) {
        super(onDelete, replacement);
    }
}
