package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Two pages of the reference are what the code says. After a change: `mvn -pl quintet-dev -am test
/// -Dtest=ReferenceTest -Dquintet.docs.write=true` writes them anew.
class ReferenceTest {

    private static final Path DOCS = Path.of("../docs/reference");

    @Test
    void commandsAreThoseOfTheCode() throws IOException {
        var byName = new TreeMap<String, String>();
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            for (Supplier<? extends Command> maker : provider.commands()) {
                CommandSpec spec = CommandSpec.forAnnotatedObject(maker.get());
                byName.put(spec.name(), section(provider.group(), spec));
            }
        }
        var page =
                new StringBuilder(
                        """
                        # Commands

                        Written from the commands themselves. A project calls them by `./manage COMMAND`; `quintet COMMAND` does the
                        same in its folder. All of them know `--help`, `--traceback` and `--set KEY=value`. Exit codes: 0 when all went
                        well, 1 when a command failed, 2 when it was called wrongly. Apps bring more:
                        [your own commands](../how-to/write-your-own-commands.md).

                        """);
        byName.values().forEach(page::append);

        assertSame("commands.md", page.toString());
    }

    private static String section(String group, CommandSpec spec) {
        var text = new StringBuilder("## " + spec.name() + "\n\n");
        text.append(String.join(" ", spec.usageMessage().description()))
                .append(" (")
                .append(group)
                .append(")\n\n");
        boolean any = false;
        for (PositionalParamSpec one : spec.positionalParameters()) {
            text.append("- `")
                    .append(one.paramLabel())
                    .append("`: ")
                    .append(words(one.description()));
            any = true;
        }
        for (OptionSpec one : spec.options().stream().filter(option -> !option.hidden()).toList()) {
            String label = one.arity().max() == 0 ? "" : " " + one.paramLabel();
            text.append("- `")
                    .append(String.join("`, `", one.names()))
                    .append(label)
                    .append("`: ")
                    .append(words(one.description()));
            any = true;
        }
        return text.append(any ? "\n" : "").toString();
    }

    private static String words(String[] description) {
        return String.join(" ", description)
                        .replace("${COMPLETION-CANDIDATES}", "one of its levels")
                + "\n";
    }

    @Test
    void settingsAreThoseOfTheCode() throws IOException {
        var page =
                new StringBuilder(
                        """
                        # Settings

                        Written from the settings themselves. Where a value comes from, later ones winning: the default, the site's code,
                        `settings.properties`, `settings.PROFILE.properties` (the profile is `QUINTET_PROFILE`), `.env`, the
                        environment, `--set KEY=value`. `diffsettings` says who gave what. A key that is none of these stops the
                        start. Each other database `alias` has a `DATABASE_URL_ALIAS`.

                        | setting | default | |
                        |---|---|---|
                        """);
        for (Map.Entry<String, Setting<?>> one : SettingsSources.known().entrySet()) {
            Setting<?> setting = one.getValue();
            Object value = setting.fallback();
            String shown =
                    value instanceof List<?> list
                            ? String.join(",", list.stream().map(String::valueOf).toList())
                            : String.valueOf(value == null ? "" : value);
            page.append("| `")
                    .append(one.getKey())
                    .append("` | ")
                    .append(shown.isEmpty() ? "" : "`" + shown.replace("|", "\\|") + "`")
                    .append(" | ")
                    .append(setting.doc().replace("|", "\\|").replace("\n", " "))
                    .append(setting.secret() ? " Never printed." : "")
                    .append(" |\n");
        }

        assertSame("settings.md", page.toString());
    }

    private static void assertSame(String name, String expected) throws IOException {
        Path page = DOCS.resolve(name);
        if (Boolean.getBoolean("quintet.docs.write")) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page))
                .as("%s; -Dquintet.docs.write=true writes it anew", page)
                .isEqualTo(expected);
    }
}
