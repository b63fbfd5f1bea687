package dev.quintet.floors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.i18n.Catalogue;
import dev.quintet.kernel.i18n.LanguageCommands;
import dev.quintet.kernel.i18n.Message;
import dev.quintet.kernel.i18n.PluralRule;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// All that visitors can read of ours is there in each of our languages. `makemessages` finds the
/// texts; with `-Dquintet.catalogues.write=true` the catalogues are brought up to date, for
/// translators.
class OwnWordsTest {

    private static final List<String> LANGUAGES = List.of("de", "fr", "es", "ar");

    /// Modules whose words are for developers, or are copied into their projects.
    private static final List<String> FOR_DEVELOPERS = List.of("quintet-dev", "quintet-test");

    private static final Pattern PLACE =
            Pattern.compile("%%|%\\((\\w+)\\)[sd]|%(?:\\d\\$)?[sd]|\\{\\}");

    private static final boolean WRITE = Boolean.getBoolean("quintet.catalogues.write");

    @TempDir private Path folder;

    static List<Arguments> modulesAndLanguages() {
        var all = new ArrayList<Arguments>();
        for (String module : House.modules()) {
            if (!FOR_DEVELOPERS.contains(module)) {
                LANGUAGES.forEach(language -> all.add(Arguments.of(module, language)));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("modulesAndLanguages")
    void isTranslatedWholly(String module, String language) throws IOException {
        var wrong = new ArrayList<String>();
        Catalogue catalogue = upToDate(module, language);
        for (Message message : catalogue.messages()) {
            int forms = message.plural() == null ? 1 : catalogue.plurals().forms();
            if (!message.translated()) {
                wrong.add("no translation: " + message.id());
            } else if (message.translations().size() != forms) {
                wrong.add(forms + " forms are wanted: " + message.id());
            } else {
                places(catalogue.plurals(), message, wrong);
            }
        }
        catalogue.obsolete().forEach(message -> wrong.add("said no more: " + message.id()));

        assertThat(wrong).isEmpty();
    }

    /// A catalogue as `makemessages` would write it now.
    private Catalogue upToDate(String module, String language) throws IOException {
        Path main = House.module(module).resolve("src/main");
        Path known = file(main.resolve("resources/META-INF/locale"), language);
        Path copy = file(folder, language);
        Files.createDirectories(copy.getParent());
        if (Files.exists(known)) {
            Files.copy(known, copy);
        }
        var printed = new StringWriter();
        var line =
                new CommandLine(new LanguageCommands().commands().getFirst().get())
                        .setOut(new PrintWriter(printed, true))
                        .setErr(new PrintWriter(printed, true));
        Context site = Context.of(new Settings(), Apps.of(List.of()), Clock.systemUTC());
        var arguments = new ArrayList<>(List.of("--locale", language, "--add-location", "file"));
        arguments.addAll(List.of("--source", main.toString(), "--to", folder.toString()));
        if (WRITE) {
            arguments.add("--no-obsolete");
        }
        int code = site.call(() -> line.execute(arguments.toArray(String[]::new)));
        assertThat(code).as(printed.toString()).isZero();
        if (WRITE && Files.exists(copy)) {
            Files.createDirectories(known.getParent());
            Files.copy(copy, known, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.exists(copy) ? Catalogue.read(copy) : Catalogue.empty();
    }

    private static Path file(Path locale, String language) {
        return locale.resolve(language).resolve("LC_MESSAGES/messages.po");
    }

    /// A form that stands for one number alone may leave that number out: "two pages".
    private static void places(PluralRule rule, Message message, List<String> wrong) {
        String plural = message.plural();
        List<String> wanted = places(plural == null ? message.id() : plural);
        for (int form = 0; form < message.translations().size(); form++) {
            List<String> found = places(message.translations().get(form));
            boolean fits =
                    found.equals(wanted)
                            || (plural != null
                                    && standsForOne(rule, form)
                                    && wanted.containsAll(found));
            if (!fits) {
                wrong.add(
                        "has "
                                + found
                                + ", not "
                                + wanted
                                + ": "
                                + message.translations().get(form));
            }
        }
    }

    private static boolean standsForOne(PluralRule rule, int form) {
        int numbers = 0;
        for (int n = 0; n < 200; n++) {
            numbers += rule.index(n) == form ? 1 : 0;
        }
        // French files 0 under the form for one as well.
        return numbers == 1 || (numbers == 2 && rule.index(0) == form && rule.index(1) == form);
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? plain(found.group()) : found.group(1))
                .sorted()
                .toList();
    }

    /// `%1$s` stands for a place of a format as `%s` does.
    private static String plain(String place) {
        return place.replaceFirst("\\d\\$", "");
    }
}
