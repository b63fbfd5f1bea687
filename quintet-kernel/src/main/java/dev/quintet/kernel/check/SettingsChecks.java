package dev.quintet.kernel.check;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks what a site is told: near misses in the environment, and `DEBUG` in public.
public final class SettingsChecks implements Check {

    private static final Set<String> OWN_MACHINE =
            Set.of("localhost", "127.0.0.1", "::1", "[::1]", ".localhost", "testserver");

    /// For {@link java.util.ServiceLoader}.
    public SettingsChecks() {}

    @Override
    public Set<String> tags() {
        return Set.of("settings");
    }

    @Override
    public List<CheckMessage> run(Context site) {
        Settings settings = site.settings();
        var found = new ArrayList<CheckMessage>();
        for (String warning : settings.warnings()) {
            found.add(CheckMessage.warning("settings.W001", warning, null));
        }
        if (settings.get(KernelSettings.DEBUG)) {
            List<String> open = publicHosts(settings);
            if (!open.isEmpty()) {
                found.add(
                        CheckMessage.error(
                                        "settings.E010",
                                        "DEBUG is on, and the site answers for "
                                                + String.join(", ", open)
                                                + ".",
                                        null)
                                .hint(
                                        "Set DEBUG=false where others can reach the site: its error"
                                                + " pages show the code."));
            }
        }
        return found;
    }

    /// The setting belongs to a module above, which may not be there.
    private static List<String> publicHosts(Settings settings) {
        Setting<?> hosts = SettingsSources.known().get("ALLOWED_HOSTS");
        if (hosts == null || !(settings.explain(hosts).value() instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .map(String::valueOf)
                .filter(host -> !OWN_MACHINE.contains(host) && !host.endsWith(".localhost"))
                .toList();
    }
}
