package dev.quintet.kernel.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MakeMessagesTest {

    private final StringWriter printed = new StringWriter();
    @TempDir private Path project;

    @Test
    void findsTextsOfJava() {
        String source =
                """
                // Translators: on the first page
                String a = gettext("Hello, " + // said to all
                    "world");
                String b = ngettext("%(n)s \\"book\\"", "%(n)s books", n) + pgettext("month", "May");
                String c = gettext(variable) + "gettext(\\"no\\")" + '"' + /* gettext("no") */ "";
                label = gettextLazy(\"""
                    Two
                    lines\""");
                """;

        assertThat(SourceTexts.java(source, "A.java"))
                .extracting(Message::context, Message::id, Message::plural, Message::places)
                .containsExactly(
                        tuple(null, "Hello, world", null, "A.java:2"),
                        tuple(null, "%(n)s \"book\"", "%(n)s books", "A.java:4"),
                        tuple("month", "May", null, "A.java:4"),
                        tuple(null, "Two\nlines", null, "A.java:6"));
        assertThat(SourceTexts.java(source, "A.java").getFirst().comments())
                .containsExactly("Translators: on the first page");
    }

    @Test
    void findsTextsOfScripts() {
        assertThat(SourceTexts.script("x = gettext('It\\'s'); y = gettext(`a ${b}`);", "a.js"))
                .extracting(Message::id)
                .containsExactly("It's");
    }

    @Test
    void findsTextsOfTemplates() {
        String source =
                """
                {# Translators: a title #}
                <h1>{% translate "100% \\"sure\\"" %}</h1>
                {% translate 'May' context "month" %} {{ _("Save")|upper }} {% if x == _("on") %}
                {% blocktranslate count n=books|length trimmed %}
                  One book
                  of {{ author }}
                {% plural %}
                  {{ n }} books
                {% endblocktranslate %}
                """;

        assertThat(TemplateTexts.of(source, "a.html"))
                .extracting(Message::context, Message::id, Message::plural, Message::places)
                .containsExactly(
                        tuple(null, "100%% \"sure\"", null, "a.html:2"),
                        tuple("month", "May", null, "a.html:3"),
                        tuple(null, "Save", null, "a.html:3"),
                        tuple(null, "on", null, "a.html:3"),
                        tuple(null, "One book of %(author)s", "%(n)s books", "a.html:4"));
    }

    @Test
    void keepsTranslationsAndGuessesWhereATextChanged() throws IOException {
        givenFile("src/A.java", "gettext(\"Add an album\"); gettext(\"Cart\");");
        run(new MakeMessagesCommand(), "-l", "de");
        Path file = project.resolve("locale/de/LC_MESSAGES/messages.po");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "\"Add an album\"\nmsgstr \"\"", "\"Add an album\"\nmsgstr \"Neu\"")
                        .replace("\"Cart\"\nmsgstr \"\"", "\"Cart\"\nmsgstr \"Korb\""));
        givenFile("src/A.java", "gettext(\"Add an albun\"); gettext(\"Cart\");");

        run(new MakeMessagesCommand(), "-a");

        assertThat(Catalogue.read(file).messages())
                .extracting(Message::id, Message::translations, Message::fuzzy)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Add an albun", List.of("Neu"), true),
                        org.assertj.core.api.Assertions.tuple("Cart", List.of("Korb"), false));
        assertThat(run(new MakeMessagesCommand(), "-a", "--check")).isEqualTo(1);
        assertThat(printed.toString()).contains("de: Add an albun  (src/A.java:1)");
    }

    @Test
    void compilesAndRefusesPlacesThatTheTextHasNot() throws IOException {
        givenFile("locale/de/LC_MESSAGES/a.po", "msgid \"%(a)s\"\nmsgstr \"%(a)s!\"\n");

        assertThat(run(new CompileMessagesCommand(), project.resolve("locale").toString()))
                .isZero();
        assertThat(
                        Catalogue.read(project.resolve("locale/de/LC_MESSAGES/a.mo"))
                                .find(null, "%(a)s"))
                .isEqualTo("%(a)s!");

        givenFile("locale/de/LC_MESSAGES/b.po", "msgid \"%(a)s\"\nmsgstr \"%(b)s!\"\n");

        assertThat(run(new CompileMessagesCommand(), project.resolve("locale").toString()))
                .isEqualTo(1);
        assertThat(printed.toString()).contains("has %(b), which the text has not");
    }

    private static org.assertj.core.groups.Tuple tuple(
            String context, String id, String plural, String place) {
        return org.assertj.core.api.Assertions.tuple(context, id, plural, List.of(place));
    }

    private void givenFile(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int run(Object command, String... args) {
        Context site = Context.of(new Settings(), Apps.of(List.of()), Clock.systemUTC());
        var line = new CommandLine(command);
        line.setOut(new PrintWriter(printed, true)).setErr(new PrintWriter(printed, true));
        String[] all = args;
        if (command instanceof MakeMessagesCommand) {
            all = java.util.Arrays.copyOf(args, args.length + 4);
            all[args.length] = "--source";
            all[args.length + 1] = project.toString();
            all[args.length + 2] = "--to";
            all[args.length + 3] = project.resolve("locale").toString();
        }
        String[] whole = all;
        return site.call(() -> line.execute(whole));
    }
}
