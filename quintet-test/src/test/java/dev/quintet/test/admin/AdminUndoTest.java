package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.auth.adminlog.LogEntries;
import dev.quintet.auth.adminlog.LogEntry;
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
import dev.quintet.test.lamps.Makers;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The way back from what was done in the admin.
@SiteTest(LampShop.class)
class AdminUndoTest {

    private static final String LIST = "/admin/lamps/lamp/";
    private static final Pattern UNDO = Pattern.compile("/admin/lamps/[a-z]+/runs/[0-9]+/undo/");

    private final Client client = new Client();
    private Maker bauhaus = new Maker();
    private Lamp lamp = new Lamp();

    @BeforeEach
    void stock() {
        Accounts.superuser(client);
        bauhaus = AdminRows.maker("Bauhaus");
        lamp = AdminRows.lamp("Wagenfeld", bauhaus, "420.00", Kind.TABLE, null);
    }

    private Lamp now() {
        return Lamps.get(Lamps.id.eq(lamp.id));
    }

    private void change(String name, String price) {
        var fields = new HashMap<String, Object>();
        fields.put("name", name);
        fields.put("slug", lamp.slug);
        fields.put("kind", "TABLE");
        fields.put("maker", bauhaus.id);
        fields.put("price", price);
        client.postForm(LIST + lamp.id + "/change/", fields).assertThat().hasStatus(302);
    }

    private String undoUrl() {
        LogEntry entry = LogEntry.of(lamp).orderBy(LogEntries.id.desc()).first().orElseThrow();
        return LIST + lamp.id + "/history/" + entry.id + "/undo/";
    }

    @Test
    void undoesOneChange() {
        change("WG 24", "99.90");

        client.get(LIST + lamp.id + "/history/").assertThat().contains("Undo");
        client.get(undoUrl()).assertThat().isOk().contains("WG 24", "Wagenfeld", "99.90", "420.00");
        client.postForm(undoUrl(), Map.of()).assertThat().redirectsTo(LIST + lamp.id + "/history/");

        assertThat(now().name).isEqualTo("Wagenfeld");
        assertThat(now().price).isEqualByComparingTo("420.00");
        client.get(LIST + lamp.id + "/history/").assertThat().contains("The change was undone.");
    }

    @Test
    void undoesTheUndoing() {
        change("WG 24", "420.00");
        client.postForm(undoUrl(), Map.of());
        client.postForm(undoUrl(), Map.of());

        assertThat(now().name).isEqualTo("WG 24");
    }

    @Test
    void refusesToUndoWhatWasChangedAgain() {
        change("WG 24", "420.00");
        String url = undoUrl();
        Lamps.filter(Lamps.id.eq(lamp.id)).update(Lamps.name.set("theirs"));

        client.get(url).assertThat().contains("It was changed again since: Name.");
        client.postForm(url, Map.of());

        assertThat(now().name).isEqualTo("theirs");
        client.get(LIST).assertThat().contains("Nothing was undone.");
    }

    @Test
    void leavesWhatOthersChangedInOtherFields() {
        change("WG 24", "420.00");
        Lamps.filter(Lamps.id.eq(lamp.id)).update(Lamps.price.set(BigDecimal.ONE));

        client.postForm(undoUrl(), Map.of());

        assertThat(now().name).isEqualTo("Wagenfeld");
        assertThat(now().price).isEqualByComparingTo("1");
    }

    @Test
    void undoesNothingOfAnotherRow() {
        change("WG 24", "420.00");
        Lamp other = AdminRows.lamp("Kandem", bauhaus, "1.00", Kind.TABLE, null);
        String theirs = undoUrl().replace("/" + lamp.id + "/", "/" + other.id + "/");

        client.showErrors().postForm(theirs, Map.of()).assertThat().hasStatus(404);
        assertThat(now().name).isEqualTo("WG 24");
    }

    @Test
    void undoesNothingForThoseWhoMayOnlyLook() {
        change("WG 24", "420.00");
        String url = undoUrl();
        Accounts.staff(client, "view_lamp");

        client.get(LIST + lamp.id + "/history/").assertThat().isOk().doesNotContain("Undo");
        client.get(url).assertThat().hasStatus(403);
        client.postForm(url, Map.of()).assertThat().hasStatus(403);
        assertThat(now().name).isEqualTo("WG 24");
    }

    @Test
    void givesNobodyPowersBackByUndoing() {
        User bob = User.create("carol", "", Accounts.PASSWORD);
        String change = "/admin/auth/user/" + bob.id + "/change/";
        client.postForm(change, Map.of("username", "carol", "isActive", "on", "isStaff", "on"));
        client.postForm(change, Map.of("username", "carol", "isActive", "on"));
        LogEntry entry = LogEntry.of(bob).orderBy(LogEntries.id.desc()).first().orElseThrow();
        Accounts.staff(client, "view_user", "change_user");
        String url = "/admin/auth/user/" + bob.id + "/history/" + entry.id + "/undo/";

        client.get(url).assertThat().contains("You may not change the field “Staff status”.");
        client.postForm(url, Map.of());

        assertThat(Users.get(Users.id.eq(bob.id)).isStaff).isFalse();
    }

    @Test
    void keepsNoPasswordInTheLog() {
        User carol = User.create("carol", "", Accounts.PASSWORD);
        client.postForm(
                "/admin/auth/user/" + carol.id + "/change/",
                Map.of("username", "karla", "isActive", "on"));

        LogEntry entry = LogEntry.of(carol).first().orElseThrow();
        assertThat(entry.changeMessage).contains("karla").doesNotContain("md5$");
    }

    @Test
    void writesTheLogSoThatDjangoReadsIt() {
        change("WG 24", "420.00");

        LogEntry entry = LogEntry.of(lamp).first().orElseThrow();

        // Django reads "changed" with its "fields" and passes over the rest.
        assertThat(entry.changeMessage)
                .startsWith("[{\"changed\":{\"fields\":[\"Name\"]")
                .contains("{\"undo\":{\"before\":{\"name\":\"Wagenfeld\"}");
    }

    private String act(String action, List<Long> rows) {
        client.postForm(LIST, Map.of("action", action, "_selected_action", rows));
        Page list = client.get(LIST);
        Matcher found = UNDO.matcher(list.source());
        assertThat(found.find()).as(list.text()).isTrue();
        return found.group();
    }

    @Test
    void writesDownAndUndoesWhatAnActionDid() {
        Lamp other = AdminRows.lamp("Kandem", bauhaus, "10.00", Kind.TABLE, null);
        String undo = act("action1", List.of(lamp.id, other.id));

        assertThat(now().price).isEqualByComparingTo("210.00");
        client.get(LIST + lamp.id + "/history/").assertThat().contains("Changed Price.", "420.00");
        client.get(undo).assertThat().contains("2 rows are brought back", "420.00", "210.00");
        client.postForm(undo, Map.of()).assertThat().hasStatus(302);

        assertThat(Lamps.all().list())
                .extracting(each -> each.price.toPlainString())
                .containsExactly("10.00", "420.00");
    }

    @Test
    void undoesABulkChangeButForRowsThatWereChangedSince() {
        Lamp other = AdminRows.lamp("Kandem", bauhaus, "10.00", Kind.TABLE, null);
        String undo = act("action1", List.of(lamp.id, other.id));
        Lamps.filter(Lamps.id.eq(other.id)).update(Lamps.price.set(BigDecimal.ONE));

        client.get(undo).assertThat().contains("It was changed again since: Price.");
        Page done = client.get(client.postForm(undo, Map.of()).header("Location"));

        done.assertThat().contains("Done.", "Kandem: It was changed again since: Price.");
        assertThat(now().price).isEqualByComparingTo("420.00");
        assertThat(Lamps.get(Lamps.id.eq(other.id)).price).isEqualByComparingTo("1.00");
    }

    @Test
    void undoesWhatWasChangedInTheList() {
        Maker aeg = AdminRows.maker("AEG");
        var fields = new HashMap<String, Object>();
        fields.put("form-TOTAL_FORMS", 2);
        fields.put("form-INITIAL_FORMS", 2);
        fields.put("form-0-id", aeg.id);
        fields.put("form-0-name", "AEG Berlin");
        fields.put("form-1-id", bauhaus.id);
        fields.put("form-1-name", "Bauhaus Dessau");
        client.postForm("/admin/lamps/maker/", fields).assertThat().hasStatus(302);
        Matcher undo = UNDO.matcher(client.get("/admin/lamps/maker/").source());
        assertThat(undo.find()).isTrue();

        client.postForm(undo.group(), Map.of());

        assertThat(Makers.all().list())
                .extracting(each -> each.name)
                .containsExactly("AEG", "Bauhaus");
    }

    @Test
    void undoesNoBulkChangeOfAnotherList() {
        String undo = act("action1", List.of(lamp.id));

        client.showErrors().get(undo.replace("/lamp/", "/maker/")).assertThat().hasStatus(404);
        client.get(undo.replace("/admin/", "/works/").replace("/lamp/", "/maker/"))
                .assertThat()
                .hasStatus(404);
    }

    @Test
    void keepsBulkChangesFromThoseWhoMayNotSeeTheRows() {
        String undo = act("action1", List.of(lamp.id));
        Accounts.staff(client, "view_maker");

        client.get(undo).assertThat().hasStatus(403);
        client.get(undo.replace("undo/", "")).assertThat().hasStatus(403);
        client.get(LIST + "runs/").assertThat().hasStatus(403);
        client.postForm(undo, Map.of()).assertThat().hasStatus(403);
        assertThat(now().price).isEqualByComparingTo("210.00");
    }

    @Test
    void showsABulkChangeToWhoDidItAndToSuperusersOnly() {
        String undo = act("action1", List.of(lamp.id));
        Accounts.staff(client, "view_lamp", "change_lamp");
        client.showErrors();

        client.get(undo.replace("undo/", "")).assertThat().hasStatus(404);
        client.get(undo).assertThat().hasStatus(404);
        client.postForm(undo, Map.of()).assertThat().hasStatus(404);
        client.get(LIST + "runs/").assertThat().isOk().doesNotContain("Halve the price");
        assertThat(now().price).isEqualByComparingTo("210.00");

        String own = act("action1", List.of(lamp.id));
        client.get(own).assertThat().isOk().contains("105.00");
        Accounts.signIn(client, "ada");
        client.get(own).assertThat().isOk();
    }

    @Test
    void bringsBackNothingOfOthersThatOnesFormDoesNotHave() {
        Bulb bulb = AdminRows.bulb(lamp, "E27");
        Map<String, Object> dim = Map.of("action", "action1", "_selected_action", bulb.id);
        String list = "/works/lamps/bulb/";
        client.postForm(list, dim);
        Accounts.staff(client, "view_bulb", "change_bulb");
        LogEntry theirs = LogEntry.of(bulb).first().orElseThrow();
        String url = list + bulb.id + "/history/" + theirs.id + "/undo/";

        client.get(url).assertThat().contains("You may not change the field “Watts”.");
        client.postForm(url, Map.of());
        assertThat(Bulbs.get(Bulbs.id.eq(bulb.id)).watts).isEqualTo(1);

        Bulbs.filter(Bulbs.id.eq(bulb.id)).update(Bulbs.watts.set(9));
        client.postForm(list, dim);
        LogEntry own = LogEntry.of(bulb).orderBy(LogEntries.id.desc()).first().orElseThrow();
        client.postForm(list + bulb.id + "/history/" + own.id + "/undo/", Map.of());
        assertThat(Bulbs.get(Bulbs.id.eq(bulb.id)).watts).isEqualTo(9);
    }

    @Test
    void listsWhatWasDoneInBulk() {
        act("action1", List.of(lamp.id));

        client.get(LIST + "runs/").assertThat().isOk().contains("Halve the price", "ada", "done");
    }
}
