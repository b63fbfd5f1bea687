package dev.quintet.orm;

import org.jspecify.annotations.Nullable;

/// A relation to one row that no second row leads to. Django: `OneToOneField`.
///
/// @param <T> the model that it leads to; `@Nullable` where it may lead nowhere
public final class OneToOne<T extends @Nullable Entity> extends ToOne<T> {

    OneToOne(OnDelete onDelete) {
        super(onDelete, null);
    }
}
