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
        assertThat(SourceTexts.java(source, "A.java").getFirst().remarks().comments())
                .containsExactly("Translators: on the first page");
    }

    @Test
    void findsWhatRefusalsAndAnnotationsSayWithoutAMark() {
        String source =
                """
                @Field(maxLength = 9, verboseName = "first name", help = "As in "
                        + "the passport.")
                String name = verboseName = "nothing shown";
                wrong = ValidationError.of("%(n)s page is missing.", "missing")
                        .orMany("%(n)s pages are missing.", "n").with("n", n);
                return new ValidationError("Not so.", "invalid", params);
                String a = list.of("nothing shown") + Other.of("nothing shown");
                """;

        assertThat(SourceTexts.java(source, "A.java"))
                .extracting(Message::context, Message::id, Message::plural, Message::places)
                .containsExactly(
                        tuple(null, "first name", null, "A.java:1"),
                        tuple(null, "As in the passport.", null, "A.java:1"),
                        tuple(
                                null,
                                "%(n)s page is missing.",
                                "%(n)s pages are missing.",
                                "A.java:4"),
                        tuple(null, "Not so.", null, "A.java:6"));
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
    void keepsWhatTranslatorsWrote() throws IOException {
        givenFile("src/A.java", "gettext(\"Cart\"); gettext(\"%(n)s left\");");
        Path file =
                givenFile(
                        "locale/de/LC_MESSAGES/messages.po",
                        """
                        # Translated by Ada.
                        msgid ""
                        msgstr "Language: de\\n"

                        # not "Wagen"
                        #, no-wrap
                        msgid "Cart"
                        msgstr "Korb"

                        msgid "Checkout"
                        msgstr "Zur Kasse"
                        """);

        run(new MakeMessagesCommand(), "-l", "de");

        assertThat(file)
                .content()
                .startsWith("# Translated by Ada.\nmsgid \"\"")
                .contains(
                        "# not \"Wagen\"\n#: src/A.java:1\n#, no-wrap\nmsgid \"Cart\"\nmsgstr \"Korb\"")
                .contains("#, python-format\nmsgid \"%(n)s left\"")
                .contains("#~ msgid \"Checkout\"\n#~ msgstr \"Zur Kasse\"\n");

        givenFile("src/A.java", "gettext(\"Checkout\");");
        run(new MakeMessagesCommand(), "-l", "de");

        assertThat(Catalogue.read(file).find(null, "Checkout")).isEqualTo("Zur Kasse");
        assertThat(Catalogue.read(file).obsolete()).extracting(Message::id).containsExactly("Cart");

        run(new MakeMessagesCommand(), "-l", "de", "--no-obsolete", "--add-location", "file");

        assertThat(file).content().contains("#: src/A.java\n").doesNotContain("#~");
    }

    @Test
    void saysWhatAGuessWasMadeFrom() throws IOException {
        givenFile("src/A.java", "gettext(\"Add an album\");");
        Path file =
                givenFile(
                        "locale/de/LC_MESSAGES/messages.po",
                        "msgid \"Add an albun\"\nmsgstr \"Neu\"\n");

        run(new MakeMessagesCommand(), "-a");

        assertThat(file)
                .content()
                .contains("#, fuzzy\n#| msgid \"Add an albun\"\nmsgid \"Add an album\"")
                .doesNotContain("#~");
        assertThat(Catalogue.read(file).find(null, "Add an album")).isNull();
    }

    @Test
    void leavesOutWhatIsIgnored() throws IOException {
        givenFile("src/A.java", "gettext(\"Cart\");");
        givenFile("vendor/B.java", "gettext(\"Not ours\");");
        givenFile("js/a.min.js", "gettext('Nor this');");
        givenFile("page.djhtml", "{% translate 'Title' %}");

        run(
                new MakeMessagesCommand(),
                "-l",
                "de",
                "-l",
                "fr",
                "-x",
                "fr",
                "-i",
                "vendor",
                "-i",
                "*.min.js",
                "-e",
                "djhtml");

        assertThat(Catalogue.read(project.resolve("locale/de/LC_MESSAGES/messages.po")).messages())
                .extracting(Message::id)
                .containsExactly("Cart", "Title");
        assertThat(project.resolve("locale/fr")).doesNotExist();
        assertThat(project.resolve("locale/de/LC_MESSAGES/messagesjs.po")).doesNotExist();
    }

    @Test
    void findsItsWayThroughScripts() {
        String source =
                """
                const quote = text.replace(/['"`]/g, "") / 2 / 1;
                const label = `${count} of ${gettext("pages")} ${`${gettext('deep')}`}`;
                gettext('\\u{1F600}\\x41'); gettext(`plain
                text`);
                """;

        assertThat(SourceTexts.script(source, "a.js"))
                .extracting(Message::id, message -> message.places().getFirst())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("pages", "a.js:2"),
                        org.assertj.core.api.Assertions.tuple("deep", "a.js:2"),
                        org.assertj.core.api.Assertions.tuple("😀A", "a.js:3"),
                        org.assertj.core.api.Assertions.tuple("plain\ntext", "a.js:3"));
    }

    @Test
    void writesCommentsOfManyLinesAsComments() throws IOException {
        givenFile(
                "a.html",
                "{% comment %}Translators: one\nmsgid \"two\"{% endcomment %}{% translate 'x' %}");

        run(new MakeMessagesCommand(), "-l", "de");

        assertThat(project.resolve("locale/de/LC_MESSAGES/messages.po"))
                .content()
                .contains("#. Translators: one\n#. msgid \"two\"\n#: a.html:2\n");
    }

    @Test
    void namesAFolderThatIsNotThere() throws IOException {
        assertThat(run(new CompileMessagesCommand(), project.resolve("nowhere").toString()))
                .isNotZero();
    }

    @Test
    void compilesOnlySomeLanguagesAndFuzzyTextsIfAsked() throws IOException {
        givenFile("locale/de/LC_MESSAGES/a.po", "#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n");
        givenFile("locale/fr/LC_MESSAGES/a.po", "msgid \"a\"\nmsgstr \"c\"\n");
        String locale = project.resolve("locale").toString();

        assertThat(run(new CompileMessagesCommand(), "-l", "de", "--use-fuzzy", locale)).isZero();

        assertThat(Catalogue.read(project.resolve("locale/de/LC_MESSAGES/a.mo")).find(null, "a"))
                .isEqualTo("b");
        assertThat(project.resolve("locale/fr/LC_MESSAGES/a.mo")).doesNotExist();
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

    private Path givenFile(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
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
