package records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.Group;
import dev.quintet.auth.Groups;
import dev.quintet.auth.User;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The shop behind the counter: the admin, and who may do what there.
class StaffTest {

    @TempDir private static Path folder;
    private static OpenShop shop;
    private static Visitor owner;

    @BeforeAll
    static void open() {
        shop = OpenShop.in(folder);
        owner = new Visitor(shop);
        String door = new Records().welcome("http://localhost:8000/").getFirst();
        OpenShop.Answer answer = owner.get(door.replaceAll("^.*http://localhost:8000", ""));
        assertThat(answer.response().header("Location")).isEqualTo("/admin/");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static Visitor staff(String name, String group) {
        shop.run(() -> {
            User user = User.create(name, "", "a good password of " + name);
            user.isStaff = true;
            user.save();
            Group role = Groups.get(Groups.name.eq(group));
            user.groups.add(role);
        });
        var visitor = new Visitor(shop);
        visitor.get("/admin/login/");
        OpenShop.Answer in =
                visitor.post(
                        "/admin/login/",
                        "username=" + name + "&password=a+good+password+of+" + name);
        assertThat(in.status()).isEqualTo(302);
        return visitor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff/", "/staff/0123456789abcdef0123456789abcdef/"})
    void opensNoDoorToWhoDoesNotKnowTheKey(String url) {
        assertThat(new Visitor(shop).get(url).status()).isEqualTo(404);
    }

    @Test
    void sendsVisitorsFromTheAdminToItsSignIn() {
        assertThat(new Visitor(shop).get("/admin/catalog/customer/").response().header("Location"))
                .isEqualTo("/admin/login/?next=%2Fadmin%2Fcatalog%2Fcustomer%2F");
    }

    /// Each page asks so many statements, however many rows there are; one of those of a list is
    /// for the filters that were kept.
    @ParameterizedTest
    @CsvSource({
        "4, /admin/",
        "4, /admin/catalog/album/",
        "5, /admin/catalog/album/?q=greatest+hits&p=1",
        "4, /admin/catalog/artist/",
        "7, /admin/catalog/track/?genre__id__exact=1",
        "6, /admin/catalog/invoice/",
        "5, /admin/catalog/invoice/report/",
        "5, /admin/shop/stock/",
        "7, /admin/catalog/album/1/change/",
        "7, /admin/catalog/invoice/1/change/"
    })
    void showsTheShopInFewStatements(int statements, String url) {
        OpenShop.Answer answer = owner.get(url);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statements()).as(url).hasSize(statements);
        assertThat(Markup.faults(answer.text())).isEmpty();
    }

    @Test
    void showsWhatWasSoldAsChartsThatCanBeReadAloud() {
        assertThat(owner.get("/admin/").text())
                .contains(
                        "Revenue by month",
                        "<title>Jan 2021: $35.64</title>",
                        "<th scope=\"row\">USA</th>");
        assertThat(owner.get("/admin/catalog/invoice/report/").text())
                .contains("Tracks sold by genre", "<th scope=\"row\">Rock</th>");
    }

    @Test
    void showsEachRoleItsPartOfTheShop() {
        Visitor clerk = staff("clara", "Clerks");
        Visitor bookkeeper = staff("ben", "Bookkeepers");

        assertThat(clerk.get("/admin/shop/stock/").status()).isEqualTo(200);
        assertThat(clerk.get("/admin/catalog/customer/").status()).isEqualTo(403);
        assertThat(clerk.get("/admin/catalog/invoice/report/").status()).isEqualTo(403);
        assertThat(clerk.get("/admin/").text()).doesNotContain("Revenue by month");
        assertThat(bookkeeper.get("/admin/").text()).contains("Revenue by month");
        assertThat(bookkeeper.get("/admin/catalog/invoice/report/").status()).isEqualTo(200);
        assertThat(bookkeeper.get("/admin/shop/stock/").status()).isEqualTo(403);
    }

    @Test
    void letsTheAdminRunItsScriptsAndTheShopNone() {
        assertThat(owner.get("/admin/").response().header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(owner.get("/").response().header("Content-Security-Policy"))
                .contains("default-src 'none'");
    }
}
