package dev.quintet.test.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.Message;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.text.Html;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.test.Client;
import dev.quintet.test.OverrideSettings;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest(LampShop.class)
class AdminLanguagesTest {

    /// Text between tags, and in attributes that people read or hear.
    private static final Pattern READ =
            Pattern.compile(
                    ">([^<]+)<|(?:aria-label|title|placeholder|data-(?:one|many|leave|text-\\w+))"
                            + "=\"([^\"]+)\"");

    private static final Pattern SILENT =
            Pattern.compile("<(script|style)\\b.*?</\\1>", Pattern.DOTALL);

    private final Client client = new Client();
    private Lamp lamp = new Lamp();

    @BeforeEach
    void stock() {
        var maker = AdminRows.maker("Bauhaus");
        var made = LocalDate.of(1924, 3, 1);
        lamp = AdminRows.lamp("Wagenfeld", maker, "1234.50", Kind.TABLE, made);
        AdminRows.lamp("Kaiser", maker, "9.00", Kind.FLOOR, null);
        AdminRows.bulb(lamp, "E27");
    }

    @Test
    @OverrideSettings("LANGUAGE_CODE=de")
    void speaksGermanThroughout() {
        assertThat(words(client.get("/admin/login/").source())).contains("Anmelden", "Passwort:");
        Accounts.superuser(client);

        for (String page : pages()) {
            assertThat(client.get(page).source())
                    .as(page)
                    .contains("<html lang=\"de\" dir=\"ltr\"");
            assertThat(english(page)).as(page).isEmpty();
        }
        assertThat(words(client.get("/admin/").source()))
                .contains("Website-Verwaltung", "Ihre letzten Aktionen", "Benutzer", "Abmelden")
                .contains("Authentifizierung und Autorisierung");
    }

    @Test
    @OverrideSettings("LANGUAGES=en,ar")
    void speaksArabicFromRightToLeftToWhoWantsIt() {
        Accounts.superuser(client);
        client.cookie("django_language", "ar");

        for (String page : pages()) {
            assertThat(client.get(page).source())
                    .as(page)
                    .contains("<html lang=\"ar\" dir=\"rtl\"");
            assertThat(english(page)).as(page).isEmpty();
        }
        assertThat(words(client.get("/admin/").source())).contains("إدارة الموقع", "المستخدمون");

        client.cookie("django_language", "en");
        client.get("/admin/").assertThat().contains("Your recent actions");
    }

    @Test
    @OverrideSettings("LANGUAGE_CODE=de")
    void saysWhatIsWrongInGerman() {
        Accounts.superuser(client);

        String page =
                client.postForm("/admin/lamps/lamp/add/", Map.of("price", "1,234,5")).source();

        assertThat(words(page))
                .contains("Bitte korrigieren Sie die Fehler unten.")
                .contains("Dieses Feld ist erforderlich.", "Bitte geben Sie eine Zahl ein.");
        assertThat(words(client.postForm("/admin/auth/user/add/", Map.of()).source()))
                .contains("Dieses Feld ist erforderlich.", "Benutzername");
    }

    @Test
    @OverrideSettings("LANGUAGE_CODE=de")
    void refusesStrangersInGerman() {
        String page =
                client.postForm("/admin/login/", Map.of("username", "x", "password", "x")).source();

        assertThat(words(page))
                .contains("Bitte geben Sie Name und Passwort eines Mitarbeiterkontos richtig ein.");
    }

    @Test
    @OverrideSettings("LANGUAGE_CODE=de")
    void writesNumbersAndDatesAsGermansDo() {
        Accounts.superuser(client);

        assertThat(words(client.get("/admin/lamps/lamp/").source()))
                .contains("1234,50")
                .contains("1. März 1924");
    }

    @Test
    @OverrideSettings("LANGUAGE_CODE=ar")
    void countsAsArabsDo() {
        Accounts.superuser(client);
        String list = "/admin/lamps/room/";
        var one = AdminRows.room("Hall");

        client.postForm(
                list,
                Map.of(
                        "action", "delete_selected",
                        "_selected_action", String.valueOf(one.id),
                        "post", "yes"));

        assertThat(words(client.get(list).source()).toString()).contains("حُذف 1 ");
        var short2 =
                ValidationError.of("Please submit at least %(num)d form.", "too_few_forms")
                        .orMany("Please submit at least %(num)d forms.", "num")
                        .with("num", 2);
        assertThat(short2.text()).isEqualTo("أرسل نموذجين على الأقل.");
        assertThat(short2.with("num", 5).text()).isEqualTo("أرسل 5 نماذج على الأقل.");
        assertThat(short2.with("num", 11).text()).isEqualTo("أرسل 11 نموذجًا على الأقل.");
    }

    @Test
    @OverrideSettings("LANGUAGES=en,de,fr")
    void keepsTheHistoryInTheLanguageOfItsReader() {
        Accounts.superuser(client);
        User user = User.create("eve", "", Accounts.PASSWORD);
        client.cookie("django_language", "de");
        String of = "/admin/auth/user/" + user.id;
        client.postForm(
                        of + "/change/",
                        Map.of("username", "eve", "email", "e@example.com", "is_active", "on"))
                .assertThat()
                .hasStatus(302);

        client.cookie("django_language", "fr");

        assertThat(words(client.get(of + "/history/").source()).toString())
                .contains("Modification de Adresse e-mail");
    }

    @Test
    @OverrideSettings("LANGUAGE_CODE=de-at")
    void findsTheWordsOfModulesThatAreNoApps() {
        assertThat(gettext("%s KB")).isEqualTo("%s KB");
        assertThat(
                        List.of(
                                gettext("Enter a valid value."),
                                gettext("This field cannot be blank."),
                                gettext("Enter a whole number."),
                                gettext("Not Found"),
                                gettext("There is no such file."),
                                gettext("yes,no,maybe")))
                .containsExactly(
                        "Bitte geben Sie einen gültigen Wert ein.",
                        "Dieses Feld darf nicht leer sein.",
                        "Bitte geben Sie eine ganze Zahl ein.",
                        "Nicht gefunden",
                        "Diese Datei gibt es nicht.",
                        "ja,nein,vielleicht");
    }

    private List<String> pages() {
        return List.of(
                "/admin/",
                "/admin/lamps/",
                "/admin/lamps/lamp/",
                "/admin/lamps/lamp/?q=nothing",
                "/admin/lamps/lamp/add/",
                "/admin/lamps/lamp/" + lamp.id + "/change/",
                "/admin/lamps/lamp/" + lamp.id + "/delete/",
                "/admin/lamps/lamp/" + lamp.id + "/history/",
                "/admin/lamps/lamp/import/",
                "/admin/lamps/maker/",
                "/admin/auth/user/",
                "/admin/auth/user/add/");
    }

    /// What a page says in words of ours that the language of the page has others for.
    private List<String> english(String page) {
        Context site = Context.current();
        String source = client.get(page).source();
        var code = Pattern.compile("lang=\"([a-z]+)\"").matcher(source);
        Language language = code.find() ? Language.of(code.group(1)) : Language.active();
        var found = new ArrayList<String>();
        List<String> said = words(source);
        for (Message message : site.get(Translations.KEY).catalogue(language).messages()) {
            if (message.id().equalsIgnoreCase(message.translations().getFirst())) {
                continue;
            }
            Pattern sentence = sentence(message.id());
            said.stream().filter(sentence.asMatchPredicate()).forEach(found::add);
        }
        return found;
    }

    /// A text with anything in its places; one that is all places, or an ending, fits nothing.
    private static Pattern sentence(String id) {
        String[] parts = id.replace("%%s", "%s").split("%\\(\\w+\\)[sd]|%s", -1);
        if (String.join("", parts).chars().noneMatch(Character::isLetter) || id.contains("{}")) {
            return Pattern.compile("(?!)");
        }
        var fitting = new ArrayList<String>();
        for (String part : parts) {
            fitting.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".+", fitting), Pattern.CASE_INSENSITIVE);
    }

    private static List<String> words(String source) {
        return READ.matcher(SILENT.matcher(source).replaceAll(""))
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .map(text -> Html.unescape(text).replace('\u00a0', ' ').strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
