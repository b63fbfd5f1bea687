package languages;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.path;
import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.web.Shortcuts.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.RunningSite;
import dev.quintet.Site;
import dev.quintet.http.Body;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.i18n.LanguageViews;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.i18n.Catalogue;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.i18n.LazyString;
import dev.quintet.kernel.i18n.Message;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small shop from its first marked text to its page in four languages.
class RecordShopTest {

    static final class RecordShop extends Site {

        // Translators: the name of the shop
        static final LazyString TITLE = gettextLazy("Record shop");

        @Override
        protected void settings(Settings settings) {
            settings.set(LanguageSettings.LANGUAGES, List.of("en", "de", "pl", "ar"));
        }

        @Override
        protected Routes routes() {
            return Routes.of(
                    get("", RecordShop::index).name("index"),
                    path("setlang/", LanguageViews::setLanguage).name("set_language"),
                    get("jsi18n/", LanguageViews::scriptCatalogue).name("javascript-catalog"));
        }

        static Response index(Request request) {
            return render(
                    request,
                    "languages/index.html",
                    Map.of(
                            "title",
                            TITLE,
                            "n",
                            Integer.valueOf(request.query().get("n", "1")),
                            "price",
                            new BigDecimal("1234.5"),
                            "day",
                            LocalDate.of(2026, 3, 1)));
        }
    }

    private static final Map<String, Map<String, List<String>>> TRANSLATIONS =
            Map.of(
                    "de",
                    Map.of(
                            "Record shop", List.of("Plattenladen"),
                            "Today's price", List.of("Tagespreis"),
                            "There is %(n)s record.", List.of("Eine Platte.", "%(n)s Platten."),
                            "%(n)s record in your cart", List.of("%(n)s Platte", "%(n)s Platten")),
                    "pl",
                    Map.of(
                            "Record shop", List.of("Sklep z płytami"),
                            "Today's price", List.of("Dzisiejsza cena"),
                            "There is %(n)s record.",
                                    List.of("%(n)s płyta.", "%(n)s płyty.", "%(n)s płyt."),
                            "%(n)s record in your cart", List.of("a", "b", "c")),
                    "ar",
                    Map.of(
                            "Record shop", List.of("متجر التسجيلات"),
                            "Today's price", List.of("سعر اليوم"),
                            "There is %(n)s record.",
                                    List.of(
                                            "لا تسجيلات.",
                                            "تسجيل واحد.",
                                            "تسجيلان.",
                                            "%(n)s تسجيلات.",
                                            "%(n)s تسجيلا.",
                                            "%(n)s تسجيل."),
                            "%(n)s record in your cart", List.of("a", "b", "c", "d", "e", "f")));

    @TempDir private Path folder;

    @Test
    void pageAndTemplateAreTheSame() throws IOException {
        String page = Files.readString(Path.of("../how-to/speak-your-users-language.md"));
        int start = page.indexOf("```html\n") + 8;
        String block = page.substring(start, page.indexOf("```", start));

        assertThat(Files.readString(Path.of("src/test/resources/templates/languages/index.html")))
                .contains(block);
    }

    @Test
    void speaksGermanPolishAndArabic() throws IOException {
        try (RunningSite site = started()) {
            assertThat(makeMessages(site, "-l", "de", "-l", "pl", "-l", "ar")).isZero();
            assertThat(makeMessages(site, "-a", "--check")).isEqualTo(1);
            translate();
            assertThat(makeMessages(site, "-a", "--check")).isZero();
            assertThat(Commands.call(site.context(), "compilemessages", locale()).exitCode())
                    .isZero();
        }
        try (RunningSite site = started()) {
            assertThat(page(site, "de", 2))
                    .contains("<html lang=\"de\" dir=\"ltr\">", "<h1>Plattenladen</h1>")
                    .contains("2 Platten.", "Tagespreis: 1234,5 (1. März 2026)");
            assertThat(List.of(1, 2, 5, 12, 22))
                    .extracting(n -> paragraph(page(site, "pl", n)))
                    .containsExactly("1 płyta.", "2 płyty.", "5 płyt.", "12 płyt.", "22 płyty.");
            assertThat(List.of(0, 1, 2, 3, 11, 100))
                    .extracting(n -> paragraph(page(site, "ar", n)))
                    .containsExactly(
                            "لا تسجيلات.",
                            "تسجيل واحد.",
                            "تسجيلان.",
                            "3 تسجيلات.",
                            "11 تسجيلا.",
                            "100 تسجيل.");
            assertThat(page(site, "ar", 1)).contains("dir=\"rtl\"");
            assertThat(page(site, "en", 2)).contains("There are 2 records.", "March 1, 2026");
            assertThat(text(asked(site, "/jsi18n/", "de")))
                    .contains("\"%(n)s record in your cart\":[\"%(n)s Platte\",\"%(n)s Platten\"]");
        }
    }

    private RunningSite started() {
        var environment = Map.of("SECRET_KEY", "x".repeat(50), "LOCALE_PATHS", locale());
        return new RecordShop()
                .start(
                        new SettingsSources(folder, environment, List.of()),
                        UnaryOperator.identity());
    }

    private String locale() {
        return folder.resolve("locale").toString();
    }

    private int makeMessages(RunningSite site, String... arguments) {
        var all = new ArrayList<>(List.of("makemessages", "--source", "src/test"));
        all.addAll(List.of("--to", locale()));
        all.addAll(List.of(arguments));
        return Commands.call(site.context(), all.toArray(String[]::new)).exitCode();
    }

    /// What a translator does in an editor.
    private void translate() throws IOException {
        for (var language : TRANSLATIONS.entrySet()) {
            for (String name : List.of("messages.po", "messagesjs.po")) {
                Path file = Path.of(locale(), language.getKey(), "LC_MESSAGES", name);
                Catalogue found = Catalogue.read(file);
                List<Message> translated =
                        found.messages().stream()
                                .map(message ->
                                        new Message(
                                                message.context(),
                                                message.id(),
                                                message.plural(),
                                                language.getValue().get(message.id()),
                                                false,
                                                message.remarks()))
                                .toList();
                Files.writeString(file, Catalogue.of(found.headers(), translated).toPo());
            }
        }
    }

    private static String page(RunningSite site, String language, int n) {
        return text(asked(site, "/?n=" + n, language));
    }

    private static String paragraph(String page) {
        int at = page.indexOf("<p>") + 3;
        return page.substring(at, page.indexOf("</p>", at));
    }

    private static Response asked(RunningSite site, String path, String language) {
        return site.pipeline()
                .handle(
                        RequestBuilder.get(path)
                                .header("Host", "localhost")
                                .header("Accept-Language", language)
                                .build());
    }

    private static String text(Response response) {
        return response.body() instanceof Body.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "";
    }
}
