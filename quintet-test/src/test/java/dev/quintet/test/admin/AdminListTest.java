package dev.quintet.test.admin;

import static dev.quintet.test.Testing.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.test.Client;
import dev.quintet.test.OverrideSettings;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Bulb;
import dev.quintet.test.lamps.Bulbs;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Lamps;
import dev.quintet.test.lamps.Maker;
import dev.quintet.test.lamps.Makers;
import dev.quintet.test.lamps.Note;
import dev.quintet.test.lamps.Room;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest(LampShop.class)
class AdminListTest {

    private static final String LAMPS = "/admin/lamps/lamp/";

    private final Client client = new Client();
    private Maker bauhaus = new Maker();

    @BeforeEach
    void stock() {
        Accounts.superuser(client);
        bauhaus = AdminRows.maker("Bauhaus");
        Maker arteluce = AdminRows.maker("Arteluce");
        AdminRows.lamp("Wagenfeld", bauhaus, "420.00", Kind.TABLE, LocalDate.of(1924, 5, 1));
        AdminRows.lamp("Kandem", bauhaus, "90.00", Kind.TABLE, LocalDate.of(1928, 2, 3));
        AdminRows.lamp("Sarfatti 566", arteluce, "250.00", Kind.FLOOR, LocalDate.of(1956, 2, 9));
    }

    @Test
    void showsRowsWithTheirColumns() {
        Page page = client.get(LAMPS);

        page.assertThat()
                .isOk()
                .usesTemplate("admin/change_list.html")
                .contains("Wagenfeld", "Bauhaus", "420.00", "May 1, 1924", "3 lamps");
    }

    @Test
    void asksTheDatabaseAsOftenForManyRowsAsForFew() throws Exception {
        client.get(LAMPS);
        int few = statementsOf(() -> client.get(LAMPS)).size();
        for (int i = 0; i < 7; i++) {
            AdminRows.lamp("Lamp " + i, AdminRows.maker("Maker " + i), "1.00", Kind.FLOOR, null);
        }

        assertThat(statementsOf(() -> client.get(LAMPS))).hasSize(few);
    }

    @Test
    void findsWordsInFieldsAndRelatedRowsEachRowOnce() {
        Lamp lamp = Lamps.get(Lamps.name.eq("Kandem"));
        lamp.rooms.add(AdminRows.room("Big room"), AdminRows.room("Small room"));

        client.get(LAMPS + "?q=kandem+room").assertThat().contains("Kandem", "1 lamp of 3");
        client.get(LAMPS + "?q=bauhaus").assertThat().contains("Wagenfeld", "Kandem", "2 lamps");
        client.get(LAMPS + "?q=\"sarfatti+566\"").assertThat().contains("1 lamp of 3");
        client.get(LAMPS + "?q=566+bauhaus").assertThat().contains("Nothing fits these filters.");
    }

    @Test
    void filtersByChoicesTruthsRelationsAndDates() {
        client.get(LAMPS + "?kind__exact=FLOOR").assertThat().contains("1 lamp of 3", "Sarfatti");
        client.get(LAMPS + "?dimmable__exact=1").assertThat().contains("0 lamps");
        client.get(LAMPS + "?maker__id__exact=" + bauhaus.id).assertThat().contains("2 lamps of 3");
        client.get(LAMPS + "?made__isnull=True").assertThat().contains("0 lamps");
        client.get(LAMPS + "?made__gte=1928-01-01&made__lt=1929-01-01")
                .assertThat()
                .contains("1 lamp of 3", "Kandem");
    }

    @Test
    void countsTheRowsOfEachChoice() {
        Page page = client.get(LAMPS + "?_facets=True");

        assertThat(page.text()).containsSubsequence("Table 2", "Floor 1", "Ceiling 0");
    }

    @Test
    void goesFromYearsToMonthsToDays() {
        client.get(LAMPS).assertThat().contains("1924", "1928", "1956");
        client.get(LAMPS + "?made__year=1924").assertThat().contains("1 lamp of 3", "May");
        client.get(LAMPS + "?made__year=1924&made__month=5")
                .assertThat()
                .contains("1 lamp of 3", "May 1");
        client.get(LAMPS + "?made__year=1924&made__month=5&made__day=2")
                .assertThat()
                .contains("0 lamps");
    }

    @OverrideSettings("TIME_ZONE=Asia/Karachi")
    @Test
    void goesToTheDayThatAMomentHasWhereItsVisitorIs() {
        var note = new Note();
        note.text = "New year";
        note.about.set(AdminRows.room("Hall"));
        note.written = Instant.parse("2025-12-31T19:00:00Z");
        note.save();
        String notes = "/desk/lamps/note/";

        client.get(notes).assertThat().contains("2026").doesNotContain("2025");
        client.get(notes + "?written__year=2026").assertThat().contains("1 note", "January");
        client.get(notes + "?written__year=2026&written__month=1&written__day=1")
                .assertThat()
                .contains("1 note", "New year");
        client.get(notes + "?written__year=2025").assertThat().doesNotContain("New year");
    }

    @Test
    void filtersByAFilterOfYours() {
        Lamps.all().update(Lamps.slug.set("ada"));
        String desk = "/desk/lamps/lamp/";

        client.get(desk).assertThat().contains("3 lamps", "a small purse", "a big purse");
        client.get(desk + "?purse=small")
                .assertThat()
                .contains("1 lamp of 3", "Kandem")
                .doesNotContain("Wagenfeld");
        client.get(desk + "?purse=big&q=sarf").assertThat().contains("1 lamp of 3", "Sarfatti");
        client.get(desk + "?purse=huge").assertThat().redirectsTo(desk + "?e=1");
    }

    @Test
    void searchesTheBeginningsOfFieldsOrTheWholeOfThem() {
        Lamps.all().update(Lamps.slug.set("ada"));
        String desk = "/desk/lamps/lamp/?q=";

        client.get(desk + "wagen").assertThat().contains("1 lamp of 3", "Wagenfeld");
        client.get(desk + "bauh+kand").assertThat().contains("1 lamp of 3", "Kandem");
        client.get(desk + "feld").assertThat().contains("Nothing fits these filters.");
        client.get("/works/lamps/maker/?q=BAUHAUS").assertThat().contains("1 maker of 2");
        client.get("/works/lamps/maker/?q=bauhau").assertThat().contains("0 makers");
    }

    @Test
    void showsAProxyWithItsOwnOrderAndMethods() {
        String list = client.get("/desk/lamps/dearlamp/").text();
        assertThat(list)
                .containsSubsequence("Wagenfeld for 420.00", "Sarfatti 566 for 250.00")
                .doesNotContain("Kandem");
        Lamp dear = Lamps.get(Lamps.name.eq("Wagenfeld"));

        client.postForm(
                        "/desk/lamps/dearlamp/" + dear.id + "/change/",
                        Map.of("name", "Wagenfeld WG 24", "_save", "1"))
                .assertThat()
                .redirectsTo("/desk/lamps/dearlamp/");

        assertThat(Lamps.get(Lamps.id.eq(dear.id)).name).isEqualTo("Wagenfeld WG 24");
        Lamp cheap = Lamps.get(Lamps.name.eq("Kandem"));
        client.get("/desk/lamps/dearlamp/" + cheap.id + "/change/")
                .assertThat()
                .redirectsTo("/desk/");
    }

    @Test
    void hasATitleOfItsOwnInEachAdmin() {
        client.get("/desk/")
                .assertThat()
                .containsSource("| Desk of lamps</title>")
                .contains("What is on my desk");
        client.get("/admin/").assertThat().doesNotContainSource("Desk of lamps");
    }

    @Test
    void sortsBySeveralColumnsAndByComputedOnes() {
        String dearest = client.get(LAMPS + "?o=-6").text();
        String makers = client.get(LAMPS + "?o=2.-1").text();

        assertThat(dearest).containsSubsequence("Wagenfeld", "Sarfatti", "Kandem");
        assertThat(makers).containsSubsequence("Sarfatti", "Wagenfeld", "Kandem");
    }

    @Test
    void letsNobodyAskForFieldsThatNoFilterOffers() {
        client.get(LAMPS + "?maker__name__startswith=B").assertThat().redirectsTo(LAMPS + "?e=1");
        client.get(LAMPS + "?made__gte=soon").assertThat().redirectsTo(LAMPS + "?e=1");
        client.get(LAMPS + "?p=99").assertThat().redirectsTo(LAMPS + "?e=1");
        client.get(LAMPS + "?made__year=1924&made__month=13")
                .assertThat()
                .redirectsTo(LAMPS + "?e=1");
        client.get(LAMPS + "?o=99.x.-0").assertThat().isOk();
        client.get(LAMPS + "?q=%00").assertThat().redirectsTo(LAMPS + "?e=1");
    }

    @Test
    void goesThroughPages() {
        for (int i = 10; i < 35; i++) {
            AdminRows.lamp("Lamp " + i, bauhaus, "1.00", Kind.FLOOR, null);
        }

        client.get(LAMPS + "?p=3").assertThat().contains("Wagenfeld", "28 lamps");
        client.get(LAMPS + "?all=").assertThat().contains("Kandem", "Wagenfeld", "Lamp 34");
    }

    @Test
    void doesActionsToTheRowsThatAreTickedOrToAll() {
        Lamp kandem = Lamps.get(Lamps.name.eq("Kandem"));

        client.postForm(LAMPS, Map.of("action", "action1", "_selected_action", kandem.id));
        assertThat(price("Kandem")).isEqualByComparingTo("45.00");
        assertThat(price("Wagenfeld")).isEqualByComparingTo("420.00");

        client.postForm(
                LAMPS + "?kind__exact=TABLE", Map.of("action", "action1", "select_across", "1"));
        assertThat(price("Kandem")).isEqualByComparingTo("22.50");
        assertThat(price("Wagenfeld")).isEqualByComparingTo("210.00");
        assertThat(price("Sarfatti 566")).isEqualByComparingTo("250.00");
    }

    @Test
    void asksBeforeAnActionThatIsToBeConfirmed() {
        Lamp kandem = Lamps.get(Lamps.name.eq("Kandem"));
        var ticked = Map.of("action", "action2", "_selected_action", kandem.id);

        client.postForm(LAMPS, ticked).assertThat().isOk().contains("Give these lamps away?");
        assertThat(price("Kandem")).isEqualByComparingTo("90.00");
        client.postForm(
                        LAMPS,
                        Map.of("action", "action2", "_selected_action", kandem.id, "post", "yes"))
                .assertThat()
                .hasStatus(302);
        assertThat(price("Kandem")).isZero();
    }

    @Test
    void deletesTheRowsThatAreTickedAfterShowingWhatGoes() {
        Lamp kandem = Lamps.get(Lamps.name.eq("Kandem"));
        AdminRows.bulb(kandem, "E27");

        client.postForm(LAMPS, Map.of("action", "delete_selected", "_selected_action", kandem.id))
                .assertThat()
                .contains("Delete 1 lamp?", "E27, 5 W");
        client.postForm(
                LAMPS,
                Map.of("action", "delete_selected", "_selected_action", kandem.id, "post", "yes"));

        assertThat(Lamps.filter(Lamps.name.eq("Kandem")).exists()).isFalse();
    }

    @Test
    void countsAllThatGoesAndShowsAPartOfMuch() {
        Lamp kandem = Lamps.get(Lamps.name.eq("Kandem"));
        List<Bulb> bulbs = new ArrayList<>();
        for (int i = 0; i < 620; i++) {
            var bulb = new Bulb();
            bulb.lamp.set(kandem);
            bulb.socket = "E27";
            bulbs.add(bulb);
        }
        Bulbs.all().bulkCreate(bulbs);

        Page page = client.get(LAMPS + kandem.id + "/delete/");

        page.assertThat().contains("620", "There is more than is shown here.");
        assertThat(page.source().split("E27, 5 W", -1)).hasSize(501);
        client.get(LAMPS + Lamps.get(Lamps.name.eq("Wagenfeld")).id + "/delete/")
                .assertThat()
                .doesNotContain("There is more than is shown here.");
    }

    @Test
    void savesWhatWasChangedInTheList() {
        Maker arteluce = Makers.get(Makers.name.eq("Arteluce"));

        client.postForm("/admin/lamps/maker/", makers(arteluce, "Arteluce", "Flos"))
                .assertThat()
                .hasStatus(302);

        assertThat(Makers.get(Makers.id.eq(arteluce.id)).name).isEqualTo("Flos");
    }

    @Test
    void writesNothingOverWhatSomebodyElseHasChanged() {
        Maker arteluce = Makers.get(Makers.name.eq("Arteluce"));
        Makers.filter(Makers.id.eq(arteluce.id)).update(Makers.name.set("Danese"));

        client.postForm("/admin/lamps/maker/", makers(arteluce, "Arteluce", "Flos"))
                .assertThat()
                .isOk()
                .contains("Somebody has changed this since you opened the list.");
        assertThat(Makers.get(Makers.id.eq(arteluce.id)).name).isEqualTo("Danese");
    }

    private static Map<String, Object> makers(Maker maker, String shown, String wanted) {
        return Map.of(
                "form-TOTAL_FORMS",
                1,
                "form-INITIAL_FORMS",
                1,
                "form-0-id",
                maker.id,
                "form-0-name",
                wanted,
                "initial-form-0-name",
                shown,
                "_save",
                "1");
    }

    @Test
    void findsRowsForRelationsInPages() {
        for (int i = 0; i < 25; i++) {
            AdminRows.maker("Maker " + (char) ('a' + i));
        }
        String url = "/admin/autocomplete/?app_label=lamps&model_name=lamp&field_name=maker";

        var first = (Map<?, ?>) client.get(url + "&term=maker").json();
        var second = (Map<?, ?>) client.get(url + "&term=maker&page=2").json();

        assertThat((List<?>) first.get("results")).hasSize(20);
        assertThat(first.get("pagination")).isEqualTo(Map.of("more", true));
        assertThat((List<?>) second.get("results")).hasSize(5);
    }

    @Test
    void findsModelsAndRowsFromAnywhere() {
        assertThat(client.get("/admin/search/?q=kand").source())
                .contains("Kandem")
                .contains("/admin/lamps/lamp/");
        assertThat(client.get("/admin/search/?q=room").source()).contains("/admin/lamps/room/");
    }

    private static BigDecimal price(String name) {
        return Lamps.get(Lamps.name.eq(name)).price;
    }

    @Test
    void showsModelsThatNobodySaidAnythingAbout() {
        Room room = AdminRows.room("Kitchen");

        client.get("/admin/lamps/room/").assertThat().isOk().contains("Kitchen");
        client.get("/admin/lamps/room/" + room.id + "/change/").assertThat().isOk();
    }

    @Test
    void searchesWholeNumbersAsNumbers() {
        Maker maker = AdminRows.maker("Kaiser");
        String list = "/works/lamps/maker/?q=";

        var asked = statementsOf(() -> client.get(list + maker.id).assertThat().contains("Kaiser"));
        client.get(list + "kaiser").assertThat().contains("Kaiser");
        client.get(list + "9").assertThat().doesNotContain("Kaiser");

        assertThat(asked.toString()).doesNotContain("UPPER(\"t0\".\"id\"", "CAST(\"t0\".\"id\"");
    }
}
