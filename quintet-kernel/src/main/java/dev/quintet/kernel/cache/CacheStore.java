package dev.quintet.kernel.cache;

import dev.quintet.kernel.context.ContextKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps values by key for a while. Django: `BaseCache`.
///
/// Keys are text of at most 250 characters without spaces or control characters; values are what
/// the store's codec takes, never Java-serialised objects. A timeout of `null` means for ever, zero
/// or less means not at all. Safe for many threads and, unless the store says otherwise, for many
/// processes.
public interface CacheStore extends AutoCloseable {

    /// The site's own cache, in its context, where it has one.
    ContextKey<CacheStore> KEY = ContextKey.named("cache");

    /// {@return the value kept under `key`, or `null` when there is none or it has expired}
    @Nullable Object get(String key);

    /// {@return the values found, by key; what is missing is left out}
    Map<String, Object> getMany(Collection<String> keys);

    /// Keeps `value` under `key`, in place of what was there.
    void set(String key, Object value, @Nullable Duration timeout);

    /// {@return whether `value` was kept, which it is only where nothing was}
    boolean add(String key, Object value, @Nullable Duration timeout);

    /// {@return whether `value` was kept, which it is only where something was}
    ///
    /// In one step: what another caller deletes meanwhile is not brought back.
    boolean replace(String key, Object value, @Nullable Duration timeout);

    /// {@return whether there was something to give a new timeout}
    boolean touch(String key, @Nullable Duration timeout);

    /// Adds `delta` to a whole number, in one step that no other caller can come between.
    ///
    /// @return the new value, or `null` when nothing is kept under `key`
    @Nullable Long increment(String key, long delta);

    /// {@return whether there was something to delete}
    boolean delete(String key);

    /// Forgets everything in this store.
    void clear();

    /// {@return whether other processes see what is kept here, as they do unless the store says
    /// otherwise}
    default boolean shared() {
        return true;
    }

    @Override
    void close();
}
