package dev.quintet.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps sessions: in a database, a cache, a file, or in the cookie itself. Django: a session
/// engine. Safe for many threads.
public interface SessionStore {

    /// {@return a modifiable copy of what is kept under a key, or `null` where nothing is, or its
    /// time is over}
    @Nullable Map<String, @Nullable Object> load(String key);

    /// {@return when what is kept under a key is over, or {@link Instant#MAX} where the store does
    /// not say; `null` where nothing is kept, or its time is over}
    default @Nullable Instant ends(String key) {
        return load(key) == null ? null : Instant.MAX;
    }

    /// Keeps values until a moment.
    ///
    /// @param key the key under which they were loaded, or `null` to make one that nobody can guess
    /// @return the key under which they are kept now, or `null` where the session was ended by
    ///   another request since it was loaded: a log-out is not undone by what runs beside it
    @Nullable String save(
            @Nullable String key, Map<String, @Nullable Object> values, Instant expires);

    /// Forgets what is kept under a key, if anything is.
    void delete(String key);

    /// Forgets all whose time is over. Django: `clearsessions`.
    ///
    /// @return how many were forgotten
    int clearExpired();

    /// {@return the keys of all sessions that are alive and hold something, such as those of one
    /// user}
    ///
    /// Every one of them is read for this, one after the other.
    ///
    /// @throws UnlistedSessionsException where nobody has them all: in cookies, in a cache alone
    default List<String> keysWhere(Predicate<Map<String, @Nullable Object>> holds) {
        throw new UnlistedSessionsException(this);
    }

    /// Ends all sessions that hold something.
    ///
    /// @return how many were ended
    /// @throws UnlistedSessionsException where nobody has them all: in cookies, in a cache alone
    default int endWhere(Predicate<Map<String, @Nullable Object>> holds) {
        List<String> keys = keysWhere(holds);
        keys.forEach(this::delete);
        return keys.size();
    }

    /// {@return a key that nobody can guess: 32 small letters and digits, as Django's are}
    static String newKey() {
        return SessionKeys.make();
    }

    /// {@return whether a text could be a key that {@link #newKey} made; nothing else is ever
    /// looked for}
    static boolean isKey(String text) {
        return SessionKeys.isKey(text);
    }
}
