package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.adminlog.LogEntries;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.test.stages.Colour;
import dev.quintet.test.stages.Play;
import dev.quintet.test.stages.Plays;
import dev.quintet.test.stages.Prop;
import dev.quintet.test.stages.Props;
import dev.quintet.test.stages.Stages;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows whose keys are words or UUIDs in the admin, and a field of a type of one's own.
@SiteTest(Stages.class)
class AdminWordsAsKeysTest {

    private static final String PLAYS = "/admin/stages/play/";
    private static final String PROPS = "/admin/stages/prop/";

    private final Client client = new Client();

    @BeforeEach
    void enter() {
        Accounts.superuser(client);
    }

    private static Map<String, Object> page(String title) {
        var fields = new HashMap<String, Object>();
        fields.put("title", title);
        fields.put("poster", "");
        fields.put("prop_set-TOTAL_FORMS", 0);
        fields.put("prop_set-INITIAL_FORMS", 0);
        return fields;
    }

    /// The address that a list has for its only row.
    private String address(String list) {
        Matcher link =
                Pattern.compile("href=\"(" + list + "[^\"]+/change/)\"")
                        .matcher(client.get(list).source());
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&").replace("&#x27;", "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hamlet",
                "a/b",
                "say \"yes\"",
                "it's",
                "under_score",
                "_2F",
                "100 %",
                "%2F",
                "Käthchen~",
                "..",
                "?a=b&c#d",
                "<b>;[]\\",
                "add"
            })
    void opensChangesAndDeletesARowWhateverItsWord(String code) {
        Play.of(code, "A play");
        String address = address(PLAYS);
        client.get(address).assertThat().isOk().containsSource("value=\"A play\"");

        client.postForm(address, page("Changed")).assertThat().redirectsTo(PLAYS);
        assertThat(Plays.get(Plays.code.eq(code)).title).isEqualTo("Changed");
        client.get(address.replace("/change/", "/history/"))
                .assertThat()
                .isOk()
                .contains("Changed Title");
        assertThat(client.get("/admin/").source().replace("&#x27;", "'"))
                .contains("href=\"" + address + "\"");

        client.postForm(address.replace("/change/", "/delete/"), Map.of("post", "yes"))
                .assertThat()
                .redirectsTo(PLAYS);
        assertThat(Plays.all().exists()).isFalse();
    }

    @Test
    void addsARowWithItsWordAndNeverChangesThat() {
        var fields = page("Faust");
        fields.put("code", "faust/1");
        client.postForm(PLAYS + "add/", fields).assertThat().redirectsTo(PLAYS);

        fields.put("code", "faust/2");
        fields.put("title", "Faust I");
        client.postForm(PLAYS + "faust_2F1/change/", fields).assertThat().redirectsTo(PLAYS);

        assertThat(Plays.all().list())
                .extracting(one -> one.code + " " + one.title)
                .containsExactly("faust/1 Faust I");
    }

    @Test
    void doesSomethingToTickedRowsByTheirWords() {
        Play.of("a/b", "One");
        Play.of("a", "Two");

        client.postForm(
                        PLAYS,
                        Map.of(
                                "action",
                                "delete_selected",
                                "_selected_action",
                                "a/b",
                                "post",
                                "yes"))
                .assertThat()
                .redirectsTo(PLAYS);

        assertThat(Plays.all().list()).extracting(one -> one.title).containsExactly("Two");
    }

    @Test
    void opensChangesAndDeletesARowByItsUuid() {
        Play play = Play.of("hamlet", "Hamlet");
        Prop skull = Prop.of(play, "Skull");
        String address = PROPS + skull.id + "/";
        client.get(address + "change/").assertThat().isOk().containsSource("value=\"Skull\"");
        client.get(PROPS + skull.id.toString().toUpperCase(java.util.Locale.ROOT) + "/change/")
                .assertThat()
                .isOk();

        client.postForm(address + "change/", Map.of("label", "Yorick", "play", "hamlet"))
                .assertThat()
                .redirectsTo(PROPS);
        assertThat(Props.get(Props.id.eq(skull.id)).label).isEqualTo("Yorick");
        client.get(address + "history/").assertThat().isOk().contains("Changed Label");

        client.postForm(address + "delete/", Map.of("post", "yes")).assertThat().redirectsTo(PROPS);
        assertThat(Props.all().exists()).isFalse();
    }

    @Test
    void addsARowWhoseUuidItMakesItself() {
        Play.of("a/b", "A play");

        client.postForm(PROPS + "add/", Map.of("label", "Sword", "play", "a/b"))
                .assertThat()
                .redirectsTo(PROPS);

        assertThat(Props.get(Props.label.eq("Sword")).play.key()).isEqualTo("a/b");
    }

    @Test
    void saysWhereTextIsNoUuid() {
        client.get(PROPS + "1-1-1-1-1/change/").assertThat().redirectsTo("/admin/");
        client.get(PROPS + "skull/change/").assertThat().redirectsTo("/admin/");
    }

    @Test
    void editsRowsWithUuidsBelowOneWithAWord() {
        Play play = Play.of("a/b", "A play");
        Prop skull = Prop.of(play, "Skull");
        var fields = page("A play");
        fields.put("prop_set-TOTAL_FORMS", 2);
        fields.put("prop_set-INITIAL_FORMS", 1);
        fields.put("prop_set-0-id", skull.id);
        fields.put("prop_set-0-label", "Yorick");
        fields.put("prop_set-1-label", "Sword");

        client.postForm(PLAYS + "a_2Fb/change/", fields).assertThat().redirectsTo(PLAYS);

        assertThat(Props.filter(Props.play.eq(play)).list())
                .extracting(one -> one.label)
                .containsExactly("Sword", "Yorick");
    }

    @Test
    void filtersByAWord() {
        Prop.of(Play.of("a/b", "One"), "Skull");
        Prop.of(Play.of("c", "Two"), "Sword");

        client.get(PROPS + "?play__code__exact=a%2Fb")
                .assertThat()
                .isOk()
                .contains("Skull")
                .doesNotContain("Sword");
    }

    @Test
    void showsChangesAndUndoesAFieldOfATypeOfOnesOwn() {
        Play.of("hamlet", "Hamlet");
        String address = PLAYS + "hamlet/change/";
        var fields = page("Hamlet");
        fields.put("poster", "#FF8000");

        client.postForm(address, fields).assertThat().redirectsTo(PLAYS);

        assertThat(Plays.get(Plays.code.eq("hamlet")).poster).isEqualTo(new Colour(0xff8000));
        client.get(address).assertThat().containsSource("value=\"#ff8000\"");
        client.get(PLAYS).assertThat().contains("#ff8000");
        long entry = LogEntries.all().get().id;

        client.postForm(PLAYS + "hamlet/history/" + entry + "/undo/", Map.of());

        assertThat(Plays.get(Plays.code.eq("hamlet")).poster).isNull();
    }

    @Test
    void refusesWhatATypeOfOnesOwnCannotRead() {
        Play.of("hamlet", "Hamlet");
        var fields = page("Hamlet");
        fields.put("poster", "orange");

        client.postForm(PLAYS + "hamlet/change/", fields)
                .assertThat()
                .isOk()
                .contains("Enter a valid value.");

        assertThat(Plays.get(Plays.code.eq("hamlet")).poster).isNull();
    }
}
