package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import dev.quintet.orm.connection.DatabaseRouter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/// The settings of the ORM.
public final class OrmSettings implements SettingsProvider {

    /// What touching a relation that is not loaded does, where a query does not say.
    public static final Setting<FetchMode> FETCH_MODE =
            Setting.of(
                    "FETCH_MODE",
                    FetchMode.class,
                    OrmSettings::mode,
                    FetchMode.PEERS,
                    "What touching a relation that is not loaded does: peers, one or raise.");

    /// What says which model lives in which database; set in code.
    public static final Setting<List<DatabaseRouter>> DATABASE_ROUTERS =
            Setting.of(
                    "DATABASE_ROUTERS",
                    List.class,
                    _ -> {
                        throw new IllegalArgumentException(
                                "routers are objects: set them in the site's settings()");
                    },
                    List.of(),
                    "Routers that say which model lives in which database, in the order in which"
                            + " they are asked.");

    /// Who lends connections in place of the pool, by alias of the database; set in code.
    public static final Setting<Map<String, DataSource>> DATA_SOURCES =
            Setting.of(
                    "DATA_SOURCES",
                    Map.class,
                    _ -> {
                        throw new IllegalArgumentException(
                                "a DataSource is an object: set it in the site's settings()");
                    },
                    Map.of(),
                    "DataSources that lend the connections of a database in place of the pool, by"
                            + " alias.");

    /// Transforms for queries told by names, by their name; set in code.
    public static final Setting<Map<String, UnaryOperator<F>>> TRANSFORMS =
            Setting.of(
                    "TRANSFORMS",
                    Map.class,
                    _ -> {
                        throw new IllegalArgumentException(
                                "a transform is a function: set it in the site's settings()");
                    },
                    Map.of(),
                    "What may stand between a field's name and a lookup, besides what comes with the"
                            + " ORM: functions by their names.");

    /// Lookups for queries told by names, by their name; set in code.
    public static final Setting<Map<String, OwnLookup>> LOOKUPS =
            Setting.of(
                    "LOOKUPS",
                    Map.class,
                    _ -> {
                        throw new IllegalArgumentException(
                                "a lookup is a function: set it in the site's settings()");
                    },
                    Map.of(),
                    "What may stand at the end of a condition told by names, besides what comes"
                            + " with the ORM: functions by their names.");

    /// Whether each request runs in a transaction.
    public static final Setting<Boolean> ATOMIC_REQUESTS =
            Setting.truth(
                    "ATOMIC_REQUESTS",
                    false,
                    "Whether each view runs in a transaction on the default database.");

    /// For {@link java.util.ServiceLoader}.
    public OrmSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                FETCH_MODE, DATABASE_ROUTERS, DATA_SOURCES, TRANSFORMS, LOOKUPS, ATOMIC_REQUESTS);
    }

    static FetchMode fetchMode() {
        return Context.current().settings().get(FETCH_MODE);
    }

    private static FetchMode mode(String text) {
        List<String> names = Arrays.stream(FetchMode.values()).map(Enum::name).toList();
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (!names.contains(name)) {
            String question = Nearest.question(name, names);
            throw new IllegalArgumentException(
                    "peers, one or raise was expected" + (question == null ? "" : "; " + question));
        }
        return FetchMode.valueOf(name);
    }
}
