package dev.quintet.test.admin;

import static dev.quintet.test.Testing.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.orm.Entity;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Bulb;
import dev.quintet.test.lamps.Bulbs;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Lamps;
import dev.quintet.test.lamps.Maker;
import dev.quintet.test.lamps.Note;
import dev.quintet.test.lamps.Notes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows below rows below a row, and rows that lead to anything, all on one page.
@SiteTest(LampShop.class)
class AdminInlinesTest {

    private static final String LAMP = "lamp_set-0-";

    private final Client client = new Client();
    private Maker maker = new Maker();
    private Lamp lamp = new Lamp();
    private Bulb bulb = new Bulb();

    @BeforeEach
    void stock() {
        Accounts.superuser(client);
        maker = AdminRows.maker("Bauhaus");
        lamp = AdminRows.lamp("Wagenfeld", maker, "420.00", Kind.TABLE, null);
        bulb = AdminRows.bulb(lamp, "E27");
    }

    private static Note note(Entity about, String text) {
        var note = new Note();
        note.text = text;
        note.about.set(about);
        note.save();
        return note;
    }

    private String url() {
        return "/works/lamps/maker/" + maker.id + "/change/";
    }

    private static void rows(Map<String, Object> fields, String prefix, int total, int there) {
        fields.put(prefix + "-TOTAL_FORMS", total);
        fields.put(prefix + "-INITIAL_FORMS", there);
    }

    /// The page as a browser would send it back, with nothing changed.
    private Map<String, Object> fields() {
        var fields = new HashMap<String, Object>();
        fields.put("name", "Bauhaus");
        rows(fields, "lamp_set", 1, 1);
        fields.put(LAMP + "id", lamp.id);
        fields.put(LAMP + "name", "Wagenfeld");
        fields.put(LAMP + "price", "420.00");
        rows(fields, LAMP + "bulb_set", 1, 1);
        fields.put(LAMP + "bulb_set-0-id", bulb.id);
        fields.put(LAMP + "bulb_set-0-socket", "E27");
        fields.put(LAMP + "bulb_set-0-watts", "5");
        rows(fields, LAMP + "note_set-2", 0, 0);
        rows(fields, "note_set-2", 0, 0);
        return fields;
    }

    @Test
    void showsRowsBelowRows() {
        note(lamp, "to be mended");
        note(maker, "closed in 1933");

        client.get(url())
                .assertThat()
                .isOk()
                .containsSource("name=\"lamp_set-0-bulb_set-0-socket\" value=\"E27\"")
                .containsSource("value=\"to be mended\"")
                .containsSource("value=\"closed in 1933\"");
    }

    @Test
    void savesThreeLevelsAtOnce() {
        var fields = fields();
        fields.put(LAMP + "name", "WG 24");
        fields.put(LAMP + "bulb_set-0-watts", "7");
        rows(fields, LAMP + "bulb_set", 2, 1);
        fields.put(LAMP + "bulb_set-1-socket", "E14");
        fields.put(LAMP + "bulb_set-1-watts", "3");

        client.postForm(url(), fields).assertThat().hasStatus(302);

        assertThat(Lamps.get(Lamps.id.eq(lamp.id)).name).isEqualTo("WG 24");
        assertThat(Bulbs.filter(Bulbs.lamp.eq(lamp)).orderBy(Bulbs.id.asc()).list())
                .extracting(each -> each.socket + each.watts)
                .containsExactly("E277", "E143");
    }

    @Test
    void addsARowWithRowsBelowIt() {
        var fields = fields();
        rows(fields, "lamp_set", 2, 1);
        fields.put("lamp_set-1-name", "Kandem");
        fields.put("lamp_set-1-price", "12");
        rows(fields, "lamp_set-1-bulb_set", 1, 0);
        fields.put("lamp_set-1-bulb_set-0-socket", "E40");
        fields.put("lamp_set-1-bulb_set-0-watts", "9");
        rows(fields, "lamp_set-1-note_set-2", 1, 0);
        fields.put("lamp_set-1-note_set-2-0-text", "new");

        client.postForm(url(), fields).assertThat().hasStatus(302);

        Lamp added = Lamps.get(Lamps.name.eq("Kandem"));
        assertThat(added.maker.id()).isEqualTo(maker.id);
        assertThat(added.bulbs.all().get().socket).isEqualTo("E40");
        assertThat(Notes.get(Notes.about.eq(added)).text).isEqualTo("new");
    }

    @Test
    void asksForTheRowBetweenWhereOnlyTheOneBelowWasFilledIn() {
        var fields = fields();
        rows(fields, "lamp_set", 2, 1);
        fields.put("lamp_set-1-name", "");
        fields.put("lamp_set-1-price", "");
        rows(fields, "lamp_set-1-bulb_set", 1, 0);
        fields.put("lamp_set-1-bulb_set-0-socket", "E40");
        fields.put("lamp_set-1-bulb_set-0-watts", "9");

        client.postForm(url(), fields).assertThat().isOk().contains("This field is required.");
        assertThat(Bulbs.filter(Bulbs.socket.eq("E40")).exists()).isFalse();
    }

    @Test
    void deletesARowWithWhatIsBelow() {
        var fields = fields();
        fields.put(LAMP + "DELETE", "on");
        fields.put(LAMP + "bulb_set-0-watts", "not checked any more");

        client.postForm(url(), fields).assertThat().hasStatus(302);

        assertThat(Lamps.filter(Lamps.id.eq(lamp.id)).exists()).isFalse();
        assertThat(Bulbs.all().exists()).isFalse();
    }

    @Test
    void changesNothingBelowWhatThePageDidNotShow() {
        var fields = new HashMap<String, Object>();
        fields.put("name", "Bauhaus Dessau");

        client.postForm(url(), fields).assertThat().hasStatus(302);

        assertThat(Bulbs.all().count()).isEqualTo(1);
    }

    @Test
    void takesNoRowFromBelowAnother() {
        Lamp other = AdminRows.lamp("Kandem", maker, "1.00", Kind.TABLE, null);
        Bulb theirs = AdminRows.bulb(other, "E14");
        var fields = fields();
        fields.put(LAMP + "bulb_set-0-id", theirs.id);
        fields.put(LAMP + "bulb_set-0-socket", "stolen");

        client.postForm(url(), fields).assertThat().isOk().contains("Select a valid choice.");
        assertThat(Bulbs.get(Bulbs.id.eq(theirs.id)).socket).isEqualTo("E14");
    }

    @Test
    void keepsNotesOnOthersOutOfReach() {
        Note theirs = note(AdminRows.maker("AEG"), "secret");
        var fields = fields();
        rows(fields, "note_set-2", 1, 1);
        fields.put("note_set-2-0-id", theirs.id);
        fields.put("note_set-2-0-text", "mine");

        client.postForm(url(), fields).assertThat().isOk().contains("Select a valid choice.");
        assertThat(client.get(url()).source()).doesNotContain("secret");
    }

    @Test
    void writesDownWhatWasDoneOnEachLevel() {
        var fields = fields();
        fields.put(LAMP + "bulb_set-0-watts", "7");
        fields.put(LAMP + "note_set-2-TOTAL_FORMS", "1");
        fields.put(LAMP + "note_set-2-0-text", "dim");
        client.postForm(url(), fields).assertThat().hasStatus(302);

        client.get("/works/lamps/maker/" + maker.id + "/history/")
                .assertThat()
                .contains("Changed Watts of bulb “E27, 7 W”.", "Added note “dim”.");
    }

    @Test
    void addsARowBelowARowWithoutScripts() {
        var fields = fields();
        fields.put(LAMP + "bulb_set-ADD", "1");

        Page page = client.postForm(url(), fields);

        page.assertThat()
                .isOk()
                .doesNotContain("Please correct")
                .containsSource("name=\"lamp_set-0-bulb_set-1-socket\"");
        assertThat(Bulbs.all().count()).isEqualTo(1);
    }

    @Test
    void asksAsMuchForTwoHundredRowsAsForTwo() {
        note(lamp, "note");
        int few = statementsOf(() -> client.get(url()).assertThat().isOk()).size();
        for (int i = 0; i < 199; i++) {
            Lamp more = AdminRows.lamp("Lamp " + i, maker, "1.00", Kind.TABLE, null);
            AdminRows.bulb(more, "E27");
            note(more, "note " + i);
        }

        int many = statementsOf(() -> client.get(url()).assertThat().isOk()).size();

        assertThat(many).isEqualTo(few);
    }

    @Test
    void pagesWhatIsTooMuchForOnePage() {
        for (int i = 1; i <= 50; i++) {
            note(maker, "note no. %02d.".formatted(i));
        }

        client.get(url())
                .assertThat()
                .containsSource("note no. 20.")
                .containsSource("?note_set-2-page=3");
        client.get(url()).assertThat().doesNotContainSource("note no. 21.");
        client.get(url() + "?note_set-2-page=3")
                .assertThat()
                .containsSource("note no. 41.")
                .containsSource("note no. 50.")
                .doesNotContainSource("note no. 40.");
    }

    @Test
    void savesThePageOfAnInlineThatWasShownWhateverWasAddedSince() {
        Note last = note(maker, "last");
        for (int i = 1; i <= 50; i++) {
            note(maker, "note " + i);
        }
        var fields = fields();
        rows(fields, "note_set-2", 1, 1);
        fields.put("note_set-2-0-id", last.id);
        fields.put("note_set-2-0-text", "changed");

        client.postForm(url() + "?note_set-2-page=3", fields).assertThat().hasStatus(302);

        assertThat(Notes.get(Notes.id.eq(last.id)).text).isEqualTo("changed");
        assertThat(Notes.all().count()).isEqualTo(51);
    }
}
