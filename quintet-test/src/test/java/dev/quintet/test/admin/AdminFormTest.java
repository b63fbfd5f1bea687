package dev.quintet.test.admin;

import static dev.quintet.test.Testing.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.RanStatement;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Bulb;
import dev.quintet.test.lamps.Bulbs;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Lamps;
import dev.quintet.test.lamps.Maker;
import dev.quintet.test.lamps.Makers;
import dev.quintet.test.lamps.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest(LampShop.class)
class AdminFormTest {

    private static final Pattern SEEN = Pattern.compile("name=\"_seen\" value=\"([^\"]*)\"");

    private final Client client = new Client();
    private Maker bauhaus = new Maker();
    private Lamp lamp = new Lamp();

    @BeforeEach
    void stock() {
        Accounts.superuser(client);
        bauhaus = AdminRows.maker("Bauhaus");
        lamp = AdminRows.lamp("Wagenfeld", bauhaus, "420.00", Kind.TABLE, null);
    }

    private String url() {
        return "/admin/lamps/lamp/" + lamp.id + "/change/";
    }

    private Map<String, Object> fields(String name) {
        var fields = new HashMap<String, Object>();
        fields.put("name", name);
        fields.put("slug", "wagenfeld");
        fields.put("kind", "TABLE");
        fields.put("maker", bauhaus.id);
        fields.put("price", "99.90");
        fields.put("bulb_set-TOTAL_FORMS", "0");
        fields.put("bulb_set-INITIAL_FORMS", "0");
        return fields;
    }

    @Test
    void addsARowWithItsRelationsAndInlines() {
        Room kitchen = AdminRows.room("Kitchen");
        var fields = fields("Kandem");
        fields.put("rooms", List.of(kitchen.id));
        fields.put("bulb_set-TOTAL_FORMS", "2");
        fields.put("bulb_set-0-socket", "E27");
        fields.put("bulb_set-0-watts", "7");
        fields.put("bulb_set-1-socket", "");
        fields.put("bulb_set-1-watts", "5");
        fields.put("_save", "1");

        client.postForm("/admin/lamps/lamp/add/", fields)
                .assertThat()
                .redirectsTo("/admin/lamps/lamp/");

        Lamp added = Lamps.get(Lamps.name.eq("Kandem"));
        assertThat(added.rooms.list()).containsExactly(kitchen);
        assertThat(added.bulbs.all().list())
                .extracting(bulb -> bulb.socket + bulb.watts)
                .containsExactly("E277");
    }

    @Test
    void showsFieldsByOtherControls() {
        Lamps.all().update(Lamps.slug.set("ada"));
        String desk = "/desk/lamps/lamp/" + lamp.id + "/change/";

        String page = client.get(desk).source();

        assertThat(page).containsPattern("<textarea name=\"name\"[^>]*>\\s*Wagenfeld</textarea>");
        for (String kind : List.of("TABLE", "FLOOR", "CEILING")) {
            assertThat(page)
                    .containsPattern(
                            "<input type=\"radio\" name=\"kind\" value=\"" + kind + "\"[^>]*>");
        }
        assertThat(page)
                .containsPattern("<input type=\"text\" name=\"maker\" value=\"" + bauhaus.id + "\"")
                .doesNotContain("<select name=\"maker\"");
        Maker arteluce = AdminRows.maker("Arteluce");
        client.postForm(desk, Map.of("name", "Sarfatti", "kind", "FLOOR", "maker", arteluce.id))
                .assertThat()
                .hasStatus(302);
        Lamp saved = Lamps.get(Lamps.id.eq(lamp.id));
        assertThat(saved.kind).isEqualTo(Kind.FLOOR);
        assertThat(saved.maker.get()).isEqualTo(arteluce);
        client.postForm(desk, Map.of("name", "x", "kind", "FLOOR", "maker", "99999"))
                .assertThat()
                .isOk()
                .contains("Please correct the error");
    }

    @Test
    void choosesAmongManyRowsWithoutLoadingThem() throws Exception {
        List<Maker> makers = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            var maker = new Maker();
            maker.name = "Maker " + i;
            makers.add(maker);
        }
        Makers.all().bulkCreate(makers);
        Maker last = makers.getLast();

        String page = client.get(url()).source();
        List<RanStatement> sent =
                statementsOf(() ->
                        client.get(
                                        "/admin/autocomplete/?app_label=lamps&model_name=lamp"
                                                + "&field_name=maker&term=maker+2999")
                                .assertThat()
                                .containsSource("\"id\":\"" + last.id + "\""));

        assertThat(page.split("<option", -1)).hasSizeLessThan(300);
        assertThat(page).contains(">Bauhaus</option>").doesNotContain("Maker 2999");
        assertThat(sent)
                .extracting(RanStatement::sql)
                .filteredOn(sql -> sql.contains("lamps_maker"))
                .isNotEmpty()
                .allMatch(sql -> sql.contains("LIMIT") || sql.contains("WHERE"));
        var fields = fields("Wagenfeld");
        fields.put("maker", last.id);
        client.postForm(url(), fields).assertThat().hasStatus(302);
        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).maker.get()).isEqualTo(last);
    }

    @Test
    void savesNothingWhereAnInlineIsWrong() {
        var fields = fields("Kandem");
        fields.put("bulb_set-TOTAL_FORMS", "1");
        fields.put("bulb_set-0-socket", "E27");
        fields.put("bulb_set-0-watts", "bright");

        client.postForm("/admin/lamps/lamp/add/", fields)
                .assertThat()
                .isOk()
                .contains("Please correct the errors below.", "Enter a whole number.");
        assertThat(Lamps.filter(Lamps.name.eq("Kandem")).exists()).isFalse();
    }

    @Test
    void changesARowAndDeletesItsInlines() {
        Bulb bulb = AdminRows.bulb(lamp, "E14");
        var fields = fields("Wagenfeld WG 24");
        fields.put("bulb_set-TOTAL_FORMS", "1");
        fields.put("bulb_set-INITIAL_FORMS", "1");
        fields.put("bulb_set-0-id", bulb.id);
        fields.put("bulb_set-0-socket", "E14");
        fields.put("bulb_set-0-watts", "5");
        fields.put("bulb_set-0-DELETE", "on");
        fields.put("_continue", "1");

        client.postForm(url(), fields).assertThat().redirectsTo(url());

        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).name).isEqualTo("Wagenfeld WG 24");
        assertThat(Bulbs.filter(Bulbs.id.eq(bulb.id)).exists()).isFalse();
    }

    @Test
    void refusesInlineRowsOfAnotherParent() {
        Lamp other = AdminRows.lamp("Kandem", bauhaus, "1.00", Kind.TABLE, null);
        Bulb theirs = AdminRows.bulb(other, "E14");
        var fields = fields("Wagenfeld");
        fields.put("bulb_set-TOTAL_FORMS", "1");
        fields.put("bulb_set-INITIAL_FORMS", "1");
        fields.put("bulb_set-0-id", theirs.id);
        fields.put("bulb_set-0-socket", "stolen");
        fields.put("bulb_set-0-watts", "5");

        client.postForm(url(), fields).assertThat().isOk().contains("Select a valid choice.");
        assertThat(Bulbs.get(Bulbs.id.eq(theirs.id)).socket).isEqualTo("E14");
    }

    @Test
    void setsNothingThatTheFormDoesNotShow() {
        var fields = fields("Wagenfeld");
        fields.put("id", "999");
        fields.put("pk", "999");

        client.postForm(url(), fields).assertThat().hasStatus(302);
        assertThat(Lamps.filter(Lamps.id.eq(999L)).exists()).isFalse();
    }

    @Test
    void warnsWhereSomebodyElseWasFaster() {
        String seen = seen(client.get(url()));
        Lamps.filter(Lamps.id.eq(lamp.id)).update(Lamps.slug.set("theirs"));
        var fields = fields("Mine");
        fields.put("_seen", seen);

        Page warned = client.postForm(url(), fields);

        warned.assertThat().isOk().contains("Somebody has changed this since you opened it: Slug");
        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).slug).isEqualTo("theirs");
        fields.put("_seen", seen(warned));
        client.postForm(url(), fields).assertThat().hasStatus(302);
        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).name).isEqualTo("Mine");
    }

    private static String seen(Page page) {
        Matcher found = SEEN.matcher(page.source());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void savesACopyAsANewRow() {
        var fields = fields("Copy");
        fields.put("_saveasnew", "1");

        client.postForm(url(), fields).assertThat().hasStatus(302);

        assertThat(Lamps.filter(Lamps.name.eq("Copy")).exists()).isTrue();
        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).name).isEqualTo("Wagenfeld");
    }

    @Test
    void comesBackToTheSameFilters() {
        String kept = "?_changelist_filters=kind__exact%3DTABLE";

        client.postForm(url() + kept, fields("Wagenfeld"))
                .assertThat()
                .redirectsTo("/admin/lamps/lamp/?kind__exact=TABLE");
    }

    @Test
    void beginsANewRowWithWhatTheAddressSays() {
        client.get("/admin/lamps/lamp/add/?name=Kandem&kind=FLOOR")
                .assertThat()
                .containsSource("value=\"Kandem\"")
                .containsSource("<option value=\"FLOOR\" selected>");
    }

    @Test
    void tellsTheOpenerOfAPopupWhatWasSaved() {
        client.postForm("/admin/lamps/maker/add/", Map.of("name", "Flos", "_popup", "1"))
                .assertThat()
                .usesTemplate("admin/popup_response.html")
                .containsSource("data-label=\"Flos\"");
    }

    @Test
    void showsWhatIsWrittenAsTextAndNeverAsMarkup() {
        lamp.name = "<script>alert(1)</script>";
        lamp.save();

        for (String page :
                List.of("/admin/lamps/lamp/", url(), "/admin/lamps/lamp/" + lamp.id + "/delete/")) {
            client.get(page)
                    .assertThat()
                    .isOk()
                    .doesNotContainSource("<script>alert")
                    .containsSource("&lt;script&gt;alert(1)");
        }
    }

    @Test
    void tellsWhatWasDoneToARowAndByWhom() {
        var fields = fields("Wagenfeld WG 24");
        fields.put("bulb_set-TOTAL_FORMS", "1");
        fields.put("bulb_set-0-socket", "E27");
        fields.put("bulb_set-0-watts", "7");
        client.postForm(url(), fields);

        LogEntry entry = LogEntry.of(lamp).first().orElseThrow();
        assertThat(entry.actionFlag).isEqualTo(LogEntry.CHANGE);
        assertThat(entry.changeMessage)
                .contains("\"changed\":{\"fields\":[\"Name\"")
                .contains("\"added\":{\"name\":\"bulb\",\"object\":\"E27, 7 W\"");
        client.get("/admin/lamps/lamp/" + lamp.id + "/history/")
                .assertThat()
                .contains("ada", "Changed Name", "Wagenfeld WG 24", "Added bulb “E27, 7 W”.");
        client.get("/admin/").assertThat().contains("Your recent actions", "Wagenfeld WG 24");
    }

    @Test
    void deletesARowAfterShowingWhatGoesWithIt() {
        AdminRows.bulb(lamp, "E27");
        String delete = "/admin/lamps/lamp/" + lamp.id + "/delete/";

        client.get(delete).assertThat().contains("Delete the lamp “Wagenfeld”?", "E27, 5 W");
        client.postForm(delete, Map.of("post", "yes"))
                .assertThat()
                .redirectsTo("/admin/lamps/lamp/");
        assertThat(Bulbs.all().exists()).isFalse();
    }

    @Test
    void deletesNothingThatOthersNeed() {
        String delete = "/admin/lamps/maker/" + bauhaus.id + "/delete/";

        client.get(delete)
                .assertThat()
                .contains("These rows must not lose what they lead to", "Wagenfeld")
                .doesNotContain("Yes, delete it");
        client.postForm(delete, Map.of("post", "yes")).assertThat().hasStatus(403);
        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).maker.get()).isEqualTo(bauhaus);
    }

    @Test
    void saysWhichRowIsNotThere() {
        client.followRedirects()
                .get("/admin/lamps/lamp/999/change/")
                .assertThat()
                .contains("There is no lamp with the key “999”.");
    }
}
