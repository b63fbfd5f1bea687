package dev.quintet.web.sessions;

import dev.quintet.http.SessionStore;
import dev.quintet.kernel.signing.SessionCodec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in the table `django_session`, shared by all processes of a site, and with a
/// Django site that has the same `SECRET_KEY`. Django: the engine `db`, byte for byte.
public final class DatabaseSessions implements SessionStore {

    private final SessionCodec codec;
    private final Clock clock;

    private DatabaseSessions(SessionCodec codec, Clock clock) {
        this.codec = codec;
        this.clock = clock;
    }

    /// {@return the sessions of the current site's database}
    public static DatabaseSessions of(SessionCodec codec, Clock clock) {
        return new DatabaseSessions(codec, clock);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> load(String key) {
        if (!SessionStore.isKey(key)) {
            return null;
        }
        return Sessions.filter(Sessions.sessionKey.eq(key), Sessions.expireDate.gt(clock.instant()))
                .first()
                .map(found -> codec.decode(found.sessionData, null))
                .orElse(null);
    }

    @Override
    public @Nullable Instant ends(String key) {
        return Sessions.filter(Sessions.sessionKey.eq(key), Sessions.expireDate.gt(clock.instant()))
                .first()
                .map(found -> found.expireDate)
                .orElse(null);
    }

    @Override
    public @Nullable String save(
            @Nullable String key, Map<String, @Nullable Object> values, Instant expires) {
        String text = codec.encode(values);
        if (key != null) {
            // No row is made anew: another request may have ended the session meanwhile.
            int changed =
                    Sessions.filter(Sessions.sessionKey.eq(key))
                            .update(
                                    Sessions.sessionData.set(text),
                                    Sessions.expireDate.set(expires));
            return changed == 0 ? null : key;
        }
        var session = new Session();
        session.sessionKey = SessionStore.newKey();
        session.sessionData = text;
        session.expireDate = expires;
        session.save();
        return session.sessionKey;
    }

    @Override
    public void delete(String key) {
        if (SessionStore.isKey(key)) {
            Sessions.filter(Sessions.sessionKey.eq(key)).delete();
        }
    }

    @Override
    public int clearExpired() {
        return Math.toIntExact(
                Sessions.filter(Sessions.expireDate.lt(clock.instant())).delete().total());
    }

    @Override
    public List<String> keysWhere(Predicate<Map<String, @Nullable Object>> holds) {
        try (Stream<Session> alive =
                Sessions.filter(Sessions.expireDate.gt(clock.instant())).stream()) {
            return alive.filter(each -> holds.test(codec.decode(each.sessionData, null)))
                    .map(each -> each.sessionKey)
                    .toList();
        }
    }
}
