package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.admin.SavedFilters;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.test.badge.Badge;
import dev.quintet.test.badge.BadgeSite;
import dev.quintet.test.badge.Box;
import dev.quintet.test.badge.Boxes;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The admin of a site whose users' keys are no numbers: Django's log cannot name them, and all
/// else works.
@SiteTest(BadgeSite.class)
class AdminOtherKeysTest {

    private static final String LIST = "/admin/badge/box/";

    private final Client client = new Client();
    private final Badge badge = new Badge();
    private final Box box = new Box();

    @BeforeEach
    void enter() {
        badge.name = "ada";
        badge.boss = true;
        badge.insert();
        box.label = "full";
        box.save();
        client.login(badge);
    }

    @Test
    void doesWhatIsToBeDoneToManyRows() {
        client.postForm(LIST, Map.of("action", "action1", "_selected_action", box.id))
                .assertThat()
                .redirectsTo(LIST);

        assertThat(Boxes.get(Boxes.id.eq(box.id)).label).isEqualTo("empty");
        client.get(LIST).assertThat().contains("1 box was changed successfully");
        client.get(LIST + "runs/").assertThat().isOk().contains("Empty", "ada");
    }

    @Test
    void keepsFilters() {
        client.postForm(LIST + "filters/", Map.of("name", "Full ones", "query", "q=full"));

        client.get(LIST).assertThat().isOk().contains("Full ones");
        badge.delete();
        assertThat(SavedFilters.all().exists()).isFalse();
    }

    @Test
    void changesRowsAndShowsTheFrontPage() {
        client.postForm(LIST + box.id + "/change/", Map.of("label", "open"))
                .assertThat()
                .redirectsTo(LIST);

        assertThat(Boxes.get(Boxes.id.eq(box.id)).label).isEqualTo("open");
        client.get("/admin/").assertThat().isOk();
        client.get(LIST + box.id + "/history/").assertThat().isOk();
    }
}
