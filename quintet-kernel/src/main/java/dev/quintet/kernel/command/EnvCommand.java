package dev.quintet.kernel.command;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.kernel.settings.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Says which variables the site reads, and which of them it misses.
@CommandLine.Command(
        name = "env",
        description =
                "Lists the variables that the site reads; --check names all that are missing.")
final class EnvCommand extends Command {

    @Option(names = "--check", description = "Exit code 1 when one has no value, naming all.")
    private boolean check;

    @Option(
            names = "--sample",
            description = "Prints a .env.sample: every variable, commented out.")
    private boolean sample;

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        if (check) {
            return missing(site);
        }
        for (Map.Entry<String, Setting<?>> one : SettingsSources.known().entrySet()) {
            Setting<?> setting = one.getValue();
            String fallback = setting.fallback() == null ? "" : shown(setting);
            if (sample) {
                out().println("# " + setting.doc());
                String mark = setting.fallback() == null ? "" : "#";
                out().println(mark + one.getKey() + "=" + fallback);
            } else {
                out().println(one.getKey() + (fallback.isEmpty() ? "" : "=" + fallback));
                out().println("    " + setting.doc());
            }
        }
        return 0;
    }

    private static String shown(Setting<?> setting) {
        Object value = setting.fallback();
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private int missing(Context site) {
        Set<String> missing = new TreeSet<>();
        for (Value<?> value : site.settings().explainAll()) {
            if (value.value() == null) {
                missing.add(value.setting().name());
            }
        }
        if (missing.isEmpty()) {
            out().println("Every variable has a value.");
            return 0;
        }
        var lines = new ArrayList<String>();
        Map<String, Setting<?>> known = SettingsSources.known();
        for (String name : missing) {
            Setting<?> setting = known.get(name);
            lines.add("  " + name + (setting == null ? "" : "  " + setting.doc()));
        }
        err().println("Without a value:");
        lines.forEach(err()::println);
        err().println("Set them in the environment or in .env.");
        return 1;
    }
}
