package dev.quintet.web.sessions;

import dev.quintet.http.HttpSettings;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Holds `SESSION_ENGINE` against what the site has.
public final class SessionChecks implements Check {

    /// For {@link java.util.ServiceLoader}.
    public SessionChecks() {}

    @Override
    public Set<String> tags() {
        return Set.of("sessions");
    }

    @Override
    public List<CheckMessage> run(Context site) {
        var found = new ArrayList<CheckMessage>();
        String engine = site.settings().get(HttpSettings.SESSION_ENGINE);
        boolean tabled = engine.equals("db") || engine.equals("cached_db");
        boolean cached = engine.equals("cache") || engine.equals("cached_db");
        if (tabled && !site.apps().has(SessionsApp.class)) {
            found.add(
                    CheckMessage.error(
                                    "sessions.E001",
                                    "SESSION_ENGINE is "
                                            + engine
                                            + ", and there is no table for it.",
                                    "SESSION_ENGINE")
                            .hint("List SessionsApp among the apps, then run `migrate`."));
        }
        if (cached && site.find(CacheStore.KEY).filter(CacheStore::shared).isEmpty()) {
            found.add(
                    CheckMessage.warning("sessions.W001", alone(engine), "SESSION_ENGINE")
                            .hint(
                                    "Set SESSION_ENGINE=db, or CACHE_URL to a cache that processes"
                                            + " share."));
        }
        return found;
    }

    private static String alone(String engine) {
        return engine.equals("cache")
                ? "Sessions are kept in the memory of each process, and end with it."
                : "Sessions are read from their table each time: each process has a cache of its"
                        + " own.";
    }
}
