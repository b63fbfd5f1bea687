package topics;

import static dev.quintet.test.Testing.a;
import static dev.quintet.test.Testing.an;
import static dev.quintet.test.Testing.runOnCommit;
import static dev.quintet.test.Testing.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signal.Signal;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.migrations.fixtures.FixtureFormat;
import dev.quintet.migrations.fixtures.Fixtures;
import dev.quintet.migrations.fixtures.LoadOptions;
import dev.quintet.migrations.fixtures.Serializers;
import dev.quintet.orm.ModelSignals;
import dev.quintet.test.Client;
import dev.quintet.test.OverrideSettings;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import topics.shop.Author;
import topics.shop.Authors;
import topics.shop.Book;
import topics.shop.Books;
import topics.shop.Member;
import topics.shop.Profiles;
import topics.shop.Review;
import topics.shop.Shop;
import topics.shop.ShopApp;

/// Topics 79 to 88: middleware, users, the admin, signals, files, fixtures.
@SiteTest(Shop.class)
@OverrideSettings("STORAGES=default=memory:")
class UserTopicsTest {

    private Book emma = new Book();

    @BeforeEach
    void emma() {
        emma =
                a(Book.class)
                        .with(book -> {
                            book.title = "Emma";
                            book.stock = 3;
                        })
                        .create();
    }

    private static Member member(String name) {
        return a(Member.class).with(member -> member.username = name).create();
    }

    @Test
    void standsAroundEveryView(Client client) {
        assertThat(client.get("shop:index").header("Server-Timing")).startsWith("app;dur=");
        assertThat(client.showErrors().get("/nowhere/").header("Server-Timing"))
                .startsWith("app;dur=");
    }

    @Test
    void refusesForgedPosts(Client client) {
        client.showErrors().checkCsrf();

        assertThat(client.post("shop:buy", emma.id)).hasStatus(403);
        Page page = client.get("shop:book", emma.id);
        String token =
                page.source().replaceAll("(?s).*csrfmiddlewaretoken\" value=\"(\\w+)\".*", "$1");
        assertThat(
                        client.postForm(
                                "/books/" + emma.id + "/buy/",
                                Map.of("csrfmiddlewaretoken", token)))
                .hasStatus(302);
        assertThat(
                        client.to("shop:buy", emma.id)
                                .field("csrfmiddlewaretoken", token)
                                .header("Sec-Fetch-Site", "cross-site")
                                .post())
                .hasStatus(403);
    }

    @Test
    void sendsStrangersToSignInAndBack(Client client) {
        Member ada = member("ada");
        ada.phone = "+49 30 1";
        ada.save();

        assertThat(client.get("shop:account"))
                .hasHeader("Location", "/accounts/login/?next=/account/");
        assertThat(client.login(ada).get("shop:account")).contains("Hello, ada", "+49 30 1");
    }

    @Test
    void hasAnAdminWithSearchFilterAndHistory(Client client) {
        Member root = member("root");
        root.isStaff = true;
        root.isSuperuser = true;
        root.save();
        client.login(root);
        a(Book.class).with(book -> book.title = "Dracula").create();

        assertThat(client.get("/admin/shop/book/?q=emma"))
                .contains("Emma")
                .doesNotContain("Dracula");
        assertThat(client.get("admin:shop_book_change", emma.id)).isOk().contains("Emma");
        assertThat(client.get("admin:shop_author_changelist")).isOk();
        assertThat(client.get("admin:shop_book_history", emma.id)).isOk();
    }

    @Test
    void hearsOfWhatWasSold(Client client) {
        List<Long> sold =
                sent(ShopApp.SOLD, () -> runOnCommit(() -> client.post("shop:buy", emma.id)));

        assertThat(sold).containsExactly(emma.id);
    }

    @Test
    void listensForAWhile() {
        var titles = new ArrayList<String>();

        try (var _ =
                ModelSignals.postDelete(Book.class, event -> titles.add(event.instance().title))) {
            emma.delete();
        }

        assertThat(titles).containsExactly("Emma");
        assertThat(Signal.all()).contains(ShopApp.SOLD);
    }

    @Test
    void listsWhoListens() {
        assertThat(Commands.call(Context.current(), "signals").out())
                .contains("orm.pre_save", "shop.sold", "auth.tokens");
    }

    @Test
    void changesARowBeforeItIsWrittenAndActsAfterwards() {
        Author austen = an(Author.class).create();
        Book book = new Book();
        book.title = "Persuasion";
        book.isbn = "978-0-14-143968-6";
        book.author.set(austen);
        book.save();

        assertThat(Books.get(Books.title.eq("Persuasion")).isbn).isEqualTo("9780141439686");
        Member ada = member("ada");
        ada.phone = "1";
        ada.save();
        assertThat(Profiles.filter(Profiles.member.eq(ada)).count()).isEqualTo(1);
    }

    @Test
    void saysWhatItDoesInTheModel() {
        Review review = emma.review(5);

        emma.refresh();
        assertThat(review.book.get()).isEqualTo(emma);
        assertThat(emma.reviewCount).isEqualTo(1);
        assertThat(emma.stars()).isEqualTo(5.0);
        assertThat(emma.sell()).isTrue();
    }

    @Test
    void servesFilesOfTheSiteAndFilesOfVisitors(Client client) throws IOException {
        String css =
                client.get("shop:index")
                        .source()
                        .replaceAll("(?s).*href=\"([^\"]*bookshop[^\"]*)\".*", "$1");
        assertThat(css).matches("/static/bookshop\\.[0-9a-f]{12}\\.css");
        assertThat(client.get(css).header("Cache-Control")).contains("max-age=31536000");

        Storages storages = Context.current().get(Storages.KEY);
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        storages.get().save("covers/evil.html", new ByteArrayInputStream(page));
        assertThat(client.get("/media/covers/evil.html"))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Disposition");
    }

    @ParameterizedTest
    @EnumSource
    void loadsWhatItDumped(FixtureFormat format) {
        String rows = Serializers.serialize(format, Authors.all());
        long before = Authors.all().count();
        Authors.all().delete();

        var in = new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
        Fixtures.current().load(format, "authors", in, LoadOptions.USUAL);

        assertThat(Authors.all().count()).isEqualTo(before).isPositive();
    }
}
