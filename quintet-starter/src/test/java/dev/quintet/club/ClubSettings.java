package dev.quintet.club;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;

<<<<<<< HEAD
/// What the club must be told.
public final class ClubSettings implements SettingsProvider {

    /// By which letters are sealed; nobody can guess it.
    public static final Setting<String> SEAL =
            Setting.of("CLUB_SEAL", String.class, text -> text, null, "What seals the letters.")
                    .asSecret();
=======
/// Settings of the site's own, which nobody can guess.
public final class ClubSettings implements SettingsProvider {

    /// Whom tickets are paid to.
    public static final Setting<String> CLUB_ACCOUNT =
            Setting.of("CLUB_ACCOUNT", String.class, text -> text, null, "Account of the club.");
>>>>>>> wave/chaos

    /// For {@link java.util.ServiceLoader}.
    public ClubSettings() {}

    @Override
    public List<Setting<?>> settings() {
<<<<<<< HEAD
        return List.of(SEAL);
=======
        return List.of(CLUB_ACCOUNT);
>>>>>>> wave/chaos
    }
}
