package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.admin.SavedFilters;
import dev.quintet.auth.User;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.LampShop;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Filters that people keep under a name.
@SiteTest(LampShop.class)
class AdminSavedFiltersTest {

    private static final String LIST = "/admin/lamps/lamp/";
    private static final String QUERY = "kind__exact=FLOOR&q=a";

    private final Client client = new Client();

    @BeforeEach
    void stock() {
        AdminRows.lamp("Wagenfeld", AdminRows.maker("Bauhaus"), "9.00", Kind.TABLE, null);
    }

    private void save(String name, String... more) {
        var fields = new java.util.HashMap<String, Object>(Map.of("name", name, "query", QUERY));
        for (String one : more) {
            fields.put(one, "1");
        }
        client.postForm(LIST + "filters/", fields);
    }

    @Test
    void keepsAFilterUnderAName() {
        Accounts.superuser(client);

        client.get(LIST + "?" + QUERY).assertThat().contains("Save these filters");
        save("Tall ones");

        client.get(LIST)
                .assertThat()
                .contains("Tall ones")
                .containsSource("href=\"/admin/lamps/lamp/?kind__exact=FLOOR&amp;q=a\"");
        client.get(LIST + "?" + QUERY).assertThat().doesNotContain("Save these filters");
    }

    @Test
    void showsItToNobodyElseUnlessItIsShared() {
        Accounts.superuser(client);
        save("Mine");
        save("Ours", "shared");
        Accounts.staff(client, "view_lamp");

        client.get(LIST).assertThat().contains("Ours").doesNotContain("Mine", "Forget");
    }

    @Test
    void letsOnlyThoseShareWhoMay() {
        Accounts.staff(client, "view_lamp");

        client.get(LIST + "?" + QUERY).assertThat().doesNotContain("for everybody");
        client.showErrors()
                .postForm(LIST + "filters/", Map.of("name", "x", "query", QUERY, "shared", "1"))
                .assertThat()
                .hasStatus(403);
        assertThat(SavedFilters.all().exists()).isFalse();
    }

    @Test
    void sharesForThoseWhoMay() {
        Accounts.staff(client, "view_lamp", "share_savedfilter");
        save("Ours", "shared");

        assertThat(SavedFilters.get(SavedFilters.name.eq("Ours")).shared).isTrue();
    }

    @Test
    void forgetsOnesOwnAndNobodyElses() {
        Accounts.superuser(client);
        save("Ours", "shared");
        save("Mine");
        long ours = SavedFilters.get(SavedFilters.name.eq("Ours")).id;
        long mine = SavedFilters.get(SavedFilters.name.eq("Mine")).id;
        Accounts.staff(client, "view_lamp");
        client.showErrors();

        client.postForm(LIST + "filters/" + ours + "/delete/", Map.of())
                .assertThat()
                .hasStatus(403);
        client.postForm(LIST + "filters/" + mine + "/delete/", Map.of())
                .assertThat()
                .hasStatus(404);
        assertThat(SavedFilters.all().count()).isEqualTo(2);

        Accounts.signIn(client, "ada");
        client.postForm(LIST + "filters/" + mine + "/delete/", Map.of())
                .assertThat()
                .redirectsTo(LIST);
        assertThat(SavedFilters.all().count()).isEqualTo(1);
    }

    @Test
    void leadsNowhereElse() {
        Accounts.superuser(client);
        client.postForm(
                        LIST + "filters/",
                        Map.of("name", "x", "query", "\" onload=x&//evil.test/?a"))
                .assertThat()
                .hasStatus(302);

        assertThat(client.get(LIST).source()).doesNotContain("\" onload", "href=\"//evil");
        assertThat(SavedFilters.get(SavedFilters.name.eq("x")).query).doesNotContain("\"", "<");
    }

    @Test
    void goesWithTheUserWhoKeptIt() {
        User ada = Accounts.superuser(client);
        save("Mine");

        ada.delete();

        assertThat(SavedFilters.all().exists()).isFalse();
    }
}
