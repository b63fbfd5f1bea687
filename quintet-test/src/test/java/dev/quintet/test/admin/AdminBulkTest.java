package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.adminlog.LogEntries;
import dev.quintet.test.Client;
import dev.quintet.test.Commits;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Lamps;
import dev.quintet.test.lamps.Maker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Actions on thousands of rows, carried out behind a page that tells how far they are.
@Commits
@SiteTest(LampShop.class)
class AdminBulkTest {

    private static final String LIST = "/admin/lamps/lamp/";

    private final Client client = new Client();
    private Maker maker = new Maker();

    @BeforeEach
    void stock() {
        Accounts.superuser(client);
        maker = AdminRows.maker("Bauhaus");
    }

    private void lamps(int count) {
        var all = new ArrayList<Lamp>();
        for (int i = 0; i < count; i++) {
            var lamp = new Lamp();
            lamp.name = "Lamp " + i;
            lamp.slug = "lamp-" + i;
            lamp.kind = Kind.TABLE;
            lamp.price = BigDecimal.ONE;
            lamp.maker.set(maker);
            all.add(lamp);
        }
        Lamps.all().bulkCreate(all);
    }

    private String publish() {
        return client.postForm(
                        LIST,
                        Map.of("action", "action3", "_selected_action", "1", "select_across", "1"))
                .header("Location");
    }

    private Page over(String url) throws InterruptedException {
        Page page = client.get(url);
        while (page.source().contains("hx-trigger=\"every 1s\"")) {
            Thread.sleep(50);
            page = client.get(url);
        }
        return page;
    }

    @Test
    void publishesThousandsOfRowsBehindAPage() throws InterruptedException {
        lamps(5000);

        String url = publish();

        assertThat(url).matches("/admin/lamps/lamp/runs/[0-9]+/");
        over(url).assertThat().contains("Done.", "changed 5000");
        assertThat(Lamps.filter(Lamps.slug.eq("published")).count()).isEqualTo(5000);
        assertThat(LogEntries.all().count()).isEqualTo(5000);
    }

    @Test
    void undoesThousandsOfRowsBehindAPage() throws InterruptedException {
        lamps(1000);
        String url = publish();
        over(url);
        Lamp touched = Lamps.get(Lamps.name.eq("Lamp 7"));
        touched.slug = "theirs";
        touched.save();

        String undo = client.postForm(url + "undo/", Map.of()).header("Location");

        over(undo).assertThat().contains("Done.", "Lamp 7: It was changed again since: Slug.");
        assertThat(Lamps.filter(Lamps.slug.startsWith("lamp-")).count()).isEqualTo(999);
        assertThat(Lamps.get(Lamps.name.eq("Lamp 7")).slug).isEqualTo("theirs");
    }

    @Test
    void stopsWhenAskedTo() throws InterruptedException {
        lamps(5000);
        String url = publish();

        client.postForm(url, Map.of()).assertThat().redirectsTo(url);

        over(url).assertThat().contains("Stopped before its end. What was done stays done.");
        long done = Lamps.filter(Lamps.slug.eq("published")).count();
        assertThat(done).isLessThan(5000);
        assertThat(LogEntries.all().count()).isEqualTo(done);
    }

    @Test
    void saysWhereRowsAreTooManyToBeWrittenDown() {
        lamps(10_001);
        Map<String, Object> all =
                Map.of("action", "action1", "_selected_action", "1", "select_across", "1");

        client.postForm(LIST, all);

        client.get(LIST).assertThat().contains("not written down, and cannot be undone.");
        assertThat(Lamps.filter(Lamps.price.lt(BigDecimal.ONE)).count()).isEqualTo(10_001);
    }

    @Test
    void doesFewRowsAtOnce() {
        lamps(20);

        client.postForm(
                        LIST,
                        Map.of("action", "action3", "_selected_action", "1", "select_across", "1"))
                .assertThat()
                .redirectsTo(LIST);

        assertThat(Lamps.filter(Lamps.slug.eq("published")).count()).isEqualTo(20);
    }
}
