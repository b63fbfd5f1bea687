package dev.quintet.club;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;

/// What the club must be told.
public final class ClubSettings implements SettingsProvider {

    /// By which letters are sealed; nobody can guess it.
    public static final Setting<String> SEAL =
            Setting.of("CLUB_SEAL", String.class, text -> text, null, "What seals the letters.")
                    .asSecret();

    /// For {@link java.util.ServiceLoader}.
    public ClubSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(SEAL);
    }
}
