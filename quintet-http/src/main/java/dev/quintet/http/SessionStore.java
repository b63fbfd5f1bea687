package dev.quintet.http;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps sessions: in a database, a cache, a file, or in the cookie itself. Django: a session
/// engine. Safe for many threads.
public interface SessionStore {

    /// {@return a modifiable copy of what is kept under a key, or `null` where nothing is, or its
    /// time is over}
    @Nullable Map<String, @Nullable Object> load(String key);

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
