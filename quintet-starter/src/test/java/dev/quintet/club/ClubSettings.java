package dev.quintet.club;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;

/// Settings of the site's own, which nobody can guess.
public final class ClubSettings implements SettingsProvider {

    /// Whom tickets are paid to.
    public static final Setting<String> CLUB_ACCOUNT =
            Setting.of("CLUB_ACCOUNT", String.class, text -> text, null, "Account of the club.");

    /// For {@link java.util.ServiceLoader}.
    public ClubSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(CLUB_ACCOUNT);
    }
}
