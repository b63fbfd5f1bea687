package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.stages.Hall;
import dev.quintet.test.stages.Halls;
import dev.quintet.test.stages.Remark;
import dev.quintet.test.stages.Remarks;
import dev.quintet.test.stages.Seat;
import dev.quintet.test.stages.Seats;
import dev.quintet.test.stages.Stages;
import dev.quintet.test.stages.Tier;
import dev.quintet.test.stages.Tiers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows whose key has several fields in the admin, and rows that lead to such.
@SiteTest(Stages.class)
class AdminKeysOfSeveralFieldsTest {

    private static final String LIST = "/admin/stages/hall/";
    private static final String BIG = LIST + "Opera~2/";

    private final Client client = new Client();
    private Hall small = new Hall();
    private Hall big = new Hall();

    @BeforeEach
    void enter() {
        Accounts.superuser(client);
        small = Hall.in("Opera", 1, "Foyer");
        big = Hall.in("Opera", 2, "Great hall");
    }

    private static void rows(Map<String, Object> fields, String prefix, int total, int there) {
        fields.put(prefix + "-TOTAL_FORMS", total);
        fields.put(prefix + "-INITIAL_FORMS", there);
    }

    /// The page of a hall as a browser sends it, without rows that belong to it.
    private static Map<String, Object> page(String name) {
        var fields = new HashMap<String, Object>();
        fields.put("name", name);
        fields.put("open", "on");
        rows(fields, "seat_set", 0, 0);
        rows(fields, "tier_set-2", 0, 0);
        rows(fields, "remark_set-3", 0, 0);
        return fields;
    }

    private Hall read(Hall hall) {
        return Halls.get(Halls.house.eq(hall.house), Halls.number.eq(hall.number));
    }

    @Test
    void listsThemWithAddressesOfTheirOwn() {
        client.get(LIST)
                .assertThat()
                .isOk()
                .containsSource("href=\"" + BIG + "change/\"")
                .containsSource("value=\"Foyer\"")
                .contains("Opera 2", "2 halls");
    }

    @Test
    void addsOne() {
        var fields = page("Cellar");
        fields.put("house", "Globe/Old~50%");
        fields.put("number", "7");

        client.postForm(LIST + "add/", fields).assertThat().redirectsTo(LIST);

        Hall added = Halls.get(Halls.name.eq("Cellar"));
        assertThat(added.house).isEqualTo("Globe/Old~50%");
        assertThat(added.number).isEqualTo(7);
        client.get(LIST + "Globe_2FOld_257E50_2525~7/change/")
                .assertThat()
                .isOk()
                .containsSource("value=\"Cellar\"");
    }

    @Test
    void refusesASecondOneOfTheSameKey() {
        var fields = page("Again");
        fields.put("house", "Opera");
        fields.put("number", "2");

        client.postForm(LIST + "add/", fields)
                .assertThat()
                .isOk()
                .contains("Hall with this House and Number already exists.");

        assertThat(read(big).name).isEqualTo("Great hall");
    }

    @Test
    void changesOneAndLeavesItsKey() {
        client.get(BIG + "change/").assertThat().isOk().doesNotContainSource("name=\"house\"");
        var fields = page("Grand hall");
        fields.put("house", "Elsewhere");

        client.postForm(BIG + "change/", fields).assertThat().redirectsTo(LIST);

        assertThat(read(big).name).isEqualTo("Grand hall");
        assertThat(Halls.all().count()).isEqualTo(2);
        client.get(BIG + "history/").assertThat().isOk().contains("Changed Name");
    }

    @Test
    void saysWhereThereIsNoneOfAKey() {
        for (String key : List.of("Opera~3", "Opera", "Opera~two", "Opera~2~3", "Opera_25~2")) {
            client.get(LIST + key + "/change/").assertThat().redirectsTo("/admin/");
        }
    }

    @Test
    void deletesOneWithWhatLeadsToIt() {
        Seat.at(big, 1);
        Seat kept = Seat.at(small, 2);
        Remark.on(big, "draughty");

        client.get(BIG + "delete/").assertThat().isOk().contains("Great hall", "seat 1");
        client.postForm(BIG + "delete/", Map.of("post", "yes")).assertThat().redirectsTo(LIST);

        assertThat(Halls.all().list()).containsExactly(small);
        assertThat(Seats.all().list()).containsExactly(kept);
        assertThat(Remarks.all().exists()).isFalse();
    }

    @Test
    void doesSomethingToThoseThatWereTicked() {
        client.postForm(LIST, Map.of("action", "action1", "_selected_action", "Opera~2"))
                .assertThat()
                .redirectsTo(LIST);

        assertThat(read(big).open).isFalse();
        assertThat(read(small).open).isTrue();
        assertThat(LogEntry.of(big).list()).hasSize(1);
        assertThat(LogEntry.of(small).list()).isEmpty();
    }

    @Test
    void deletesThoseThatWereTicked() {
        client.postForm(
                        LIST,
                        Map.of(
                                "action",
                                "delete_selected",
                                "_selected_action",
                                "Opera~1",
                                "post",
                                "yes"))
                .assertThat()
                .redirectsTo(LIST);

        assertThat(Halls.all().list()).containsExactly(big);
    }

    @Test
    void changesThemInTheList() {
        client.get(LIST).assertThat().containsSource("name=\"form-1-pk\" value=\"Opera~");
        var fields = new HashMap<String, Object>();
        rows(fields, "form", 1, 1);
        fields.put("form-0-pk", "Opera~2");
        fields.put("form-0-name", "Red hall");

        client.postForm(LIST, fields).assertThat().redirectsTo(LIST);

        assertThat(read(big).name).isEqualTo("Red hall");
        assertThat(read(small).name).isEqualTo("Foyer");
    }

    @Test
    void writesThemToAFile() {
        String file =
                client.postForm(LIST, Map.of("action", "export_csv", "_selected_action", "Opera~2"))
                        .source();

        assertThat(file.lines()).hasSize(2).element(1).asString().startsWith("Opera,2,Great hall");
    }

    @Test
    void editsWhatBelongsToOneOnItsPage() {
        Seat seat = Seat.at(big, 1);
        Tier.of(big, "A", "Stalls");
        Remark remark = Remark.on(big, "draughty");
        client.get(BIG + "change/")
                .assertThat()
                .isOk()
                .containsSource("value=\"Opera~2~A\"")
                .containsSource("value=\"Stalls\"")
                .containsSource("value=\"draughty\"");
        var fields = page("Great hall");
        rows(fields, "seat_set", 2, 1);
        fields.put("seat_set-0-id", seat.id);
        fields.put("seat_set-0-place", "11");
        fields.put("seat_set-1-place", "12");
        rows(fields, "tier_set-2", 2, 1);
        fields.put("tier_set-2-0-pk", "Opera~2~A");
        fields.put("tier_set-2-0-letter", "X");
        fields.put("tier_set-2-0-label", "Front stalls");
        fields.put("tier_set-2-1-letter", "B");
        fields.put("tier_set-2-1-label", "Circle");
        rows(fields, "remark_set-3", 2, 1);
        fields.put("remark_set-3-0-id", remark.id);
        fields.put("remark_set-3-0-text", "mended");
        fields.put("remark_set-3-1-text", "painted");

        client.postForm(BIG + "change/", fields).assertThat().redirectsTo(LIST);

        assertThat(Seats.filter(Seats.hall.eq(big)).valuesFlat("place").list())
                .containsExactly(11, 12);
        assertThat(Tiers.filter(Tiers.hall.eq(big)).list())
                .extracting(one -> one.letter + " " + one.label)
                .containsExactly("A Front stalls", "B Circle");
        assertThat(read(big).remarks.list())
                .extracting(one -> one.text)
                .containsExactly("mended", "painted");
    }

    @Test
    void choosesOneForARelation() {
        client.get("/admin/stages/seat/add/")
                .assertThat()
                .isOk()
                .containsSource("<option value=\"Opera~2\">Great hall</option>");

        client.postForm("/admin/stages/seat/add/", Map.of("hall", "Opera~2", "place", "5"))
                .assertThat()
                .redirectsTo("/admin/stages/seat/");

        Seat added = Seats.get(Seats.place.eq(5));
        assertThat(added.hall.get()).isEqualTo(big);
        client.get("/admin/stages/seat/" + added.id + "/change/")
                .assertThat()
                .containsSource("<option value=\"Opera~2\" selected>Great hall</option>")
                .containsSource("/admin/stages/hall/Opera~2/change/?_popup=1");
    }

    @Test
    void filtersByOne() {
        Seat.at(small, 1);
        Seat.at(big, 2);

        client.get("/admin/stages/seat/?hall__pk__exact=Opera~2")
                .assertThat()
                .isOk()
                .contains("Great hall")
                .contains("1 seat");
        client.get("/admin/stages/seat/?hall__pk__exact=Opera")
                .assertThat()
                .redirectsTo("/admin/stages/seat/?e=1");
    }

    @Test
    void offersOnlyTheRowsThatTheModelLimitsARelationTo() {
        small.open = false;
        small.save();

        client.get("/admin/stages/seat/add/")
                .assertThat()
                .containsSource("<option value=\"Opera~2\">")
                .doesNotContainSource("<option value=\"Opera~1\">");
        client.postForm("/admin/stages/seat/add/", Map.of("hall", "Opera~1", "place", "5"))
                .assertThat()
                .isOk()
                .contains("Select a valid choice.");
        assertThat(Seats.all().exists()).isFalse();
    }

    @Test
    void suggestsThemToWhoTypes() {
        String found =
                client.get(
                                "/admin/autocomplete/?app_label=stages&model_name=tier&field_name=hall&term=great")
                        .source();

        assertThat(found).contains("\"id\":\"Opera~2\"").doesNotContain("Opera~1");
        client.postForm(
                        "/admin/stages/tier/add/",
                        Map.of("hall", "Opera~2", "letter", "C", "label", "Gods"))
                .assertThat()
                .redirectsTo("/admin/stages/tier/");
        assertThat(Tiers.get(Tiers.label.eq("Gods")).hall.key()).isEqualTo(List.of("Opera", 2));
    }

    @Test
    void turnsThePagesOfABigTable() {
        for (int i = 0; i < 130; i++) {
            Tier.of(big, Character.toString((char) (0x4E00 + i)), "tier " + (1000 + i));
        }
        String first = client.get("/admin/stages/tier/").source();
        assertThat(first).contains("tier 1000").doesNotContain("tier 1129").contains("after=Opera");
        String next = first.replaceAll("(?s).*href=\"(\\?[^\"]*after=[^\"]*)\".*", "$1");

        client.get("/admin/stages/tier/" + next.replace("&amp;", "&"))
                .assertThat()
                .isOk()
                .contains("tier 1129")
                .doesNotContain("tier 1000");
    }

    @Test
    void undoesAChangeThatLedARowElsewhere() {
        Seat seat = Seat.at(small, 4);
        String page = "/admin/stages/seat/" + seat.id + "/";
        client.postForm(page + "change/", Map.of("hall", "Opera~2", "place", "4"));
        assertThat(Seats.get(Seats.id.eq(seat.id)).hall.get()).isEqualTo(big);
        long entry = LogEntry.of(seat).get().id;

        client.postForm(page + "history/" + entry + "/undo/", Map.of());

        assertThat(Seats.get(Seats.id.eq(seat.id)).hall.get()).isEqualTo(small);
    }

    @Test
    void readsThemFromAFile() {
        Page preview =
                send(
                        LIST,
                        "house,number,name,open\nOpera,2,Blue hall,true\nOpera,3,New hall,true\n");
        preview.assertThat().isOk().contains("Name: Great hall Blue hall", "new");
        confirm(LIST, preview);

        assertThat(Halls.all().valuesFlat("name").list())
                .containsExactly("Foyer", "Blue hall", "New hall");
    }

    @Test
    void writesAndReadsWhatLeadsToThem() {
        Seat seat = Seat.at(small, 4);
        Tier.of(small, "A", "Stalls");
        String list = "/admin/stages/tier/";
        String file =
                client.postForm(
                                list,
                                Map.of("action", "export_csv", "_selected_action", "Opera~1~A"))
                        .source();
        assertThat(file.lines()).containsExactly("hall,letter,label", "Opera~1,A,Stalls");

        Page preview = send(list, "hall,letter,label\nOpera~1,A,Pit\nOpera~2,B,Gods\n");
        preview.assertThat().isOk().contains("Label: Stalls Pit", "new");
        confirm(list, preview);
        Page moved = send("/admin/stages/seat/", "id,hall,place\n" + seat.id + ",Opera~2,4\n");
        confirm("/admin/stages/seat/", moved);

        assertThat(Tiers.orderBy(Tiers.letter.asc()).list())
                .extracting(one -> one.hall.key() + one.letter + one.label)
                .containsExactly("[Opera, 1]APit", "[Opera, 2]BGods");
        assertThat(Seats.get(Seats.id.eq(seat.id)).hall.get()).isEqualTo(big);
    }

    private Page send(String list, String file) {
        return client.to(list + "import/")
                .file("file", "rows.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8))
                .post();
    }

    private void confirm(String list, Page preview) {
        Matcher rows =
                Pattern.compile("name=\"rows\" value=\"([^\"]+)\"").matcher(preview.source());
        assertThat(rows.find()).as("rows to be confirmed").isTrue();
        client.postForm(list + "import/", Map.of("rows", rows.group(1)))
                .assertThat()
                .hasStatus(302);
    }
}
