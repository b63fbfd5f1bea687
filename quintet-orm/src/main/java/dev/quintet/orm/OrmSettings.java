package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    /// For {@link java.util.ServiceLoader}.
    public OrmSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(FETCH_MODE);
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
