package dev.quintet.http;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a site remembers of a visitor between requests. Django: `SessionBase`.
///
/// Loaded when it is first touched; saved, and its cookie set, only where it was changed. Values
/// are what JSON can say: text, numbers, truth values, lists and maps of these. Belongs to the
/// thread of its request.
public final class Session {

    /// Where the session middleware hangs it.
    public static final RequestKey<Session> KEY = RequestKey.named("session");

    /// Where the time is kept after which a session ends, in Django's words.
    private static final String EXPIRY = "_session_expiry";

    private final SessionStore store;
    private final Duration defaultAge;
    private final boolean endsWithBrowser;
    private @Nullable String key;
    private @Nullable Map<String, @Nullable Object> values;
    private boolean accessed;
    private boolean modified;

    /// A session that `store` knows by `key`.
    ///
    /// @param key what the cookie said, or `null` where there was none
    /// @param defaultAge how long it lives where nothing else was set
    /// @param endsWithBrowser whether it ends with the browser where nothing else was set
    public Session(
            SessionStore store,
            @Nullable String key,
            Duration defaultAge,
            boolean endsWithBrowser) {
        this.store = store;
        this.key = key == null || key.isEmpty() ? null : key;
        this.defaultAge = defaultAge;
        this.endsWithBrowser = endsWithBrowser;
    }

    /// {@return the value under a name, or `null` where there is none}
    public @Nullable Object get(String name) {
        return values().get(name);
    }

    /// {@return the value under a name as this type, or `null` where it is none}
    ///
    /// What was put as a record, a date or an enum is kept as JSON, and made one again here; a
    /// record that has changed since, so that it does not fit, is `null`.
    public <T> @Nullable T get(String name, Class<T> type) {
        Object value = values().get(name);
        if (value == null || type.isInstance(value)) {
            return value == null ? null : type.cast(value);
        }
        try {
            return Json.parse(Json.text(value), type);
        } catch (JsonException unfit) {
            return null;
        }
    }

    /// {@return whether there is a value under a name}
    public boolean has(String name) {
        return values().containsKey(name);
    }

    /// {@return the names under which there are values}
    public Set<String> names() {
        return Set.copyOf(values().keySet());
    }

    /// Keeps a value: text, a number, a truth value, a list or map of these, or what {@link Json}
    /// writes, such as a record.
    public void put(String name, @Nullable Object value) {
        values().put(name, value);
        modified = true;
    }

    /// Forgets the value under a name.
    ///
    /// @return what it was, or `null`
    public @Nullable Object remove(String name) {
        Map<String, @Nullable Object> values = values();
        if (!values.containsKey(name)) {
            return null;
        }
        modified = true;
        return values.remove(name);
    }

    /// Says that a value was changed from within, such as a list that was added to.
    public void touch() {
        values();
        modified = true;
    }

    /// Forgets all values, and the session itself: at log-out.
    public void flush() {
        String old = key;
        if (old != null) {
            store.delete(old);
        }
        key = null;
        values = new LinkedHashMap<>();
        accessed = true;
        modified = true;
    }

    /// Keeps the values under a new key: at log-in, so that a key planted before is worth nothing.
    public void cycleKey() {
        values();
        String old = key;
        if (old != null) {
            store.delete(old);
        }
        key = null;
        modified = true;
    }

    /// Ends the session after a while, from each request that changes it; zero ends it with the
    /// browser, `null` goes back to the setting.
    public void expireAfter(@Nullable Duration age) {
        if (age == null) {
            remove(EXPIRY);
        } else {
            put(EXPIRY, age.toSeconds());
        }
    }

    /// Ends the session at a moment.
    public void expireAt(Instant moment) {
        put(EXPIRY, moment.toString());
    }

    /// {@return how long it lives from `now` on}
    public Duration age(Instant now) {
        Object set = get(EXPIRY);
        if (set instanceof Number seconds && seconds.longValue() != 0) {
            return Duration.ofSeconds(seconds.longValue());
        }
        if (set instanceof String moment) {
            try {
                return Duration.between(
                        now, java.time.OffsetDateTime.parse(moment.replace(' ', 'T')).toInstant());
            } catch (java.time.format.DateTimeParseException otherForm) {
                return defaultAge;
            }
        }
        return defaultAge;
    }

    /// {@return whether it ends with the browser}
    public boolean endsWithBrowser() {
        Object set = get(EXPIRY);
        return set == null
                ? endsWithBrowser
                : set instanceof Number seconds && seconds.longValue() == 0;
    }

    /// {@return whether it was read or written in this request}
    public boolean accessed() {
        return accessed;
    }

    /// {@return whether it was changed in this request}
    public boolean modified() {
        return modified;
    }

    /// {@return whether it holds nothing}
    public boolean isEmpty() {
        return key == null && (values == null || values.isEmpty());
    }

    /// {@return the key by which the store knows it, or `null` before it was saved}
    public @Nullable String key() {
        return key;
    }

    /// Saves the values, under a new key where there is none yet.
    ///
    /// @return the key, for the cookie; `null` where another request ended the session meanwhile
    public @Nullable String save(Instant now) {
        key = store.save(key, values(), now.plus(age(now)));
        modified = false;
        return key;
    }

    private Map<String, @Nullable Object> values() {
        accessed = true;
        Map<String, @Nullable Object> known = values;
        if (known == null) {
            String asked = key;
            known = asked == null ? null : store.load(asked);
            if (known == null) {
                // An unknown key is never adopted: a visitor could choose it for another one.
                key = null;
                known = new LinkedHashMap<>();
            }
            values = known;
        }
        return known;
    }
}
