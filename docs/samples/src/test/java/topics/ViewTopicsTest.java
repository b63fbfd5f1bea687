package topics;

import static dev.quintet.test.Testing.a;
import static dev.quintet.test.Testing.an;
import static dev.quintet.test.Testing.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.http.Reverse;
import dev.quintet.http.ReverseException;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topics.shop.Author;
import topics.shop.Book;
import topics.shop.BookForm;
import topics.shop.Books;
import topics.shop.ContactForm;
import topics.shop.Member;
import topics.shop.Shop;
import topics.shop.Tag;
import topics.shop.Tags;

/// Topics 67 to 78: content types, views, templates, forms.
@SiteTest(Shop.class)
class ViewTopicsTest {

    private Book emma = new Book();

    @BeforeEach
    void emma() {
        Author austen = an(Author.class).with(author -> author.name = "Jane Austen").create();
        emma =
                a(Book.class)
                        .with(book -> {
                            book.title = "Emma";
                            book.isbn = "9780141439587";
                            book.price = new BigDecimal("9.50");
                            book.stock = 1;
                            book.author.set(austen);
                        })
                        .create();
    }

    @Test
    void tagsWhatever() {
        emma.tags.create(tag -> tag.word = "classic");
        emma.author.get().tags.create(tag -> tag.word = "classic");
        var found = new ArrayList<String>();

        assertQueries(
                3,
                () -> {
                    for (Tag tag : Tags.filter(Tags.word.eq("classic"))) {
                        switch (tag.contentObject.get()) {
                            case Book book -> found.add("the book " + book.title);
                            case Author author -> found.add("the author " + author.name);
                        }
                    }
                });

        assertThat(found).containsExactly("the book Emma", "the author Jane Austen");
        assertThat(ContentType.of(Book.class).appLabeledName()).isEqualTo("Shop | book");
        assertThat(Books.filter(Books.tags.word.eq("classic")).get()).isEqualTo(emma);
    }

    @Test
    void writesTheSamePagesAsFunctionsAndAsGenericViews(Client client) {
        Map<String, ?> persuasion =
                Map.of(
                        "title", "Persuasion",
                        "isbn", "9780141439686",
                        "price", "8.00",
                        "author", emma.author.id());

        assertThat(client.postForm("shop:add", persuasion)).hasStatus(302);
        assertThat(client.get("shop:index")).isOk().contains("Emma", "Persuasion");
        Books.filter(Books.title.eq("Persuasion")).delete();

        assertThat(client.postForm("/shelf/add/", persuasion)).redirectsTo("shelf:books");
        assertThat(client.get("shelf:books")).contains("Emma", "Persuasion");
        assertThat(client.get("/shelf/" + emma.id + "/")).containsSource("value=\"Emma\"");
        assertThat(client.post("/shelf/" + emma.id + "/delete/")).redirectsTo("shelf:books");
        assertThat(client.get("shop:index")).doesNotContain("Emma");
    }

    @Test
    void putsBehaviourAroundAClass(Client client) {
        Member ada = a(Member.class).with(member -> member.username = "ada").create();

        assertThat(client.get("shop:cellar"))
                .hasStatus(302)
                .hasHeader(
                        "Cache-Control", "max-age=0, no-cache, no-store, must-revalidate, private");
        client.login(ada);
        assertThat(client.showErrors().get("shop:cellar")).hasStatus(403);
        ada.isSuperuser = true;
        ada.save();
        assertThat(client.login(ada).get("shop:cellar")).contains("Books in the cellar: 0");
    }

    @Test
    void seesAllThatWasSent(Client client) {
        var page =
                client.to("shop:echo")
                        .query("tag", "old", "rare")
                        .field("name", "Ada")
                        .header("User-Agent", "a test")
                        .post();

        assertThat(page).hasStatus(202).hasHeader("X-Echo", "yes").setsCookie("seen");
        assertThat(page)
                .hasJson(
                        Map.of(
                                "method", "POST",
                                "tags", List.of("old", "rare"),
                                "form", Map.of("name", List.of("Ada")),
                                "agent", "a test",
                                "address", "127.0.0.1",
                                "user", ""));
    }

    @Test
    void sellsABookAndSaysSoOnTheNextPage(Client client) {
        assertThat(client.to("shop:buy", emma.id).follow().post()).contains("Emma is yours.");
        assertThat(client.to("shop:buy", emma.id).follow().post()).contains("Emma is sold out.");
        assertThat(client.showErrors().get("shop:book", 12345)).hasStatus(404);
    }

    @Test
    void findsItsWayByNames(Client client) {
        assertThat(client.get("/news/2026/")).contains("The news of 2026");
        assertThat(client.get("news:article", "fair")).contains("About fair");
        assertThat(client.get("news:article", "old")).hasHeader("Location", "/news/?from=old");

        String url = Reverse.of("news:article", "fair").query("page", 2).url();

        assertThat(url).isEqualTo("/news/fair/?page=2");
        assertThatThrownBy(() -> Reverse.of("news:artikel", "fair").url())
                .isInstanceOf(ReverseException.class)
                .hasMessageContaining("Did you mean 'article'?");
    }

    @Test
    void fillsTheBlocksOfItsParent(Client client) {
        var page = client.get("shop:book", emma.id);

        assertThat(page)
                .usesTemplate("shop/book.html")
                .usesTemplate("shop/base.html")
                .containsSource("<title>Emma · The bookshop</title>")
                .contains("Buy for 9.50", "1 titles")
                .doesNotContain("Say what you think.");
    }

    @Test
    void makesAFormOfAModel() {
        var form = new BookForm();
        form.bind(
                Map.of(
                        "title",
                        "Sanditon",
                        "isbn",
                        "1",
                        "price",
                        "9.999",
                        "author",
                        emma.author.id()));

        assertThat(form.isValid()).isFalse();
        assertThat(form.errors().names()).containsExactly("price");
    }

    @Test
    void givesTypedValuesOrErrorsByField() {
        var form = new ContactForm();
        form.bind(Map.of("email", "ada@example.com", "copies", "2", "collected", "2026-12-24"));

        assertThat(form.isValid()).isFalse();
        assertThat(form.errors().get("where").asText()).contains("Say in which shop.");

        form.bind(Map.of("email", "ada@example.com", "copies", "2"));
        if (form.isValid()) {
            int copies = form.copies.orThrow();
            LocalDate collected = form.collected.value();
            assertThat(copies).isEqualTo(2);
            assertThat(collected).isNull();
        }

        form.bind(Map.of("email", "ada@", "copies", "ten"));
        assertThat(form.errors().asJsonData(false).get("copies"))
                .containsExactly(Map.of("message", "Enter a whole number.", "code", "invalid"));
        assertThat(form.hasError("email", "invalid")).isTrue();
    }
}
