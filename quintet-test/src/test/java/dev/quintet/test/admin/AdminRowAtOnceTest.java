package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Maker;
import dev.quintet.test.lamps.Makers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A row of the list, saved as soon as one of its fields was changed.
@SiteTest(LampShop.class)
class AdminRowAtOnceTest {

    private static final String LIST = "/admin/lamps/maker/";

    private final Client client = new Client();
    private Maker maker = new Maker();

    @BeforeEach
    void stock() {
        maker = AdminRows.maker("Bauhaus");
    }

    private Map<String, Object> fields(String name) {
        var fields = new HashMap<String, Object>();
        fields.put("_only", "3");
        fields.put("form-3-id", maker.id);
        fields.put("initial-form-3-name", "Bauhaus");
        fields.put("form-3-name", name);
        return fields;
    }

    private String now() {
        return Makers.get(Makers.id.eq(maker.id)).name;
    }

    @Test
    void savesARowAndAnswersWithIt() {
        Accounts.superuser(client);

        Page row = client.postForm(LIST, fields("Bauhaus Dessau"));

        assertThat(now()).isEqualTo("Bauhaus Dessau");
        row.assertThat()
                .isOk()
                .containsSource("<tr id=\"row-3\"")
                .containsSource("name=\"form-3-name\" value=\"Bauhaus Dessau\"")
                .containsSource("name=\"initial-form-3-name\" value=\"Bauhaus Dessau\"")
                .doesNotContainSource("<html");
        assertThat(LogEntry.of(maker).count()).isEqualTo(1);
    }

    @Test
    void answersWithWhatIsWrong() {
        Accounts.superuser(client);

        client.postForm(LIST, fields(""))
                .assertThat()
                .contains("This field is required.")
                .doesNotContainSource("data-saved");
        assertThat(now()).isEqualTo("Bauhaus");
    }

    @Test
    void writesOverNothingThatSomebodyElseChanged() {
        Accounts.superuser(client);
        Makers.filter(Makers.id.eq(maker.id)).update(Makers.name.set("theirs"));

        client.postForm(LIST, fields("mine"))
                .assertThat()
                .contains("Somebody has changed this since you opened the list.");
        assertThat(now()).isEqualTo("theirs");
    }

    @Test
    void savesNothingForThoseWhoMayOnlyLook() {
        Accounts.staff(client, "view_maker");

        client.postForm(LIST, fields("mine")).assertThat().hasStatus(403);
        assertThat(now()).isEqualTo("Bauhaus");
    }

    @Test
    void setsNothingThatTheListDoesNotShow() {
        Accounts.superuser(client);
        var fields = fields("Bauhaus Dessau");
        fields.put("form-3-id", 99999);

        client.showErrors().postForm(LIST, fields).assertThat().hasStatus(404);
        assertThat(now()).isEqualTo("Bauhaus");
    }
}
