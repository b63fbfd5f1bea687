package topics;

import static dev.quintet.test.Testing.a;
import static dev.quintet.test.Testing.an;
import static dev.quintet.test.Testing.statementsOf;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.auth.tokens.ApiToken;
import dev.quintet.http.QueryParams;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signing.BadSignatureException;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.kernel.signing.TimestampSigner;
import dev.quintet.test.Client;
import dev.quintet.test.OverrideSettings;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topics.shop.Author;
import topics.shop.Book;
import topics.shop.Books;
import topics.shop.Member;
import topics.shop.Members;
import topics.shop.Parcels;
import topics.shop.Shop;

/// Topics 89 to 112: programs that ask, HTTP, who they are.
@SiteTest(Shop.class)
@OverrideSettings("CORS_ALLOWED_ORIGINS=https://app.example")
class ApiTopicsTest {

    private Book emma = new Book();

    @BeforeEach
    void books() {
        Author austen = an(Author.class).with(author -> author.name = "Jane Austen").create();
        emma = book(austen, "Emma", "9780141439587", "9.50");
        book(austen, "Persuasion", "9780141439686", "8.00");
        book(austen, "Sanditon", "9780199535545", "7.00");
    }

    private static Book book(Author author, String title, String isbn, String price) {
        return a(Book.class)
                .with(book -> {
                    book.title = title;
                    book.isbn = isbn;
                    book.price = new BigDecimal(price);
                    book.author.set(author);
                })
                .create();
    }

    private static List<?> rows(Page page) {
        return (List<?>) page.json();
    }

    private static Member member(String name) {
        return a(Member.class).with(member -> member.username = name).create();
    }

    @Test
    void listsMakesAndRefusesBooks(Client client) {
        assertThat(rows(client.get("api:books"))).hasSize(3);

        Map<String, ?> lady =
                Map.of(
                        "title", "Lady Susan",
                        "isbn", "9780140431025",
                        "price", "6.50",
                        "author", emma.author.id());
        Page made = client.postJson("/api/books/", lady);
        assertThat(made).hasStatus(201);
        Book saved = Books.get(Books.title.eq("Lady Susan"));
        assertThat(made).hasHeader("Location", "/api/books/" + saved.id + "/");

        Page refused = client.postJson("/api/books/", Map.of("title", "No price"));
        assertThat(refused).hasStatus(422);
        assertThat(refused.source())
                .contains("\"price\":[{\"message\":\"This field is required.\"");
    }

    @Test
    void answersMethodsOfOneResource(Client client) {
        assertThat(client.to("api:stock", emma.id).json(Map.of("stock", 7)).put())
                .hasJson(Map.of("isbn", "9780141439587", "stock", 7));
        assertThat(client.showErrors().to("api:stock", emma.id).delete())
                .hasStatus(405)
                .hasHeader("Allow", "GET, HEAD, OPTIONS, PUT");
    }

    @Test
    void tellsWhoIsNotKnownFromWhoMayNot(Client client) {
        client.showErrors();
        Member ada = member("ada");

        assertThat(client.delete("api:book", emma.id)).hasStatus(401);
        assertThat(client.login(ada).delete("api:book", emma.id)).hasStatus(403);
        ada.isSuperuser = true;
        ada.save();
        assertThat(client.login(ada).delete("api:book", emma.id)).hasStatus(204);
    }

    @Test
    void limitsWhoAsksTooOften(Client client) {
        for (int i = 0; i < 100; i++) {
            assertThat(client.get("api:quotes")).isOk();
        }

        assertThat(client.showErrors().get("api:quotes")).hasStatus(429).hasHeader("Retry-After");
    }

    @Test
    void leadsFromPageToPage(Client client) {
        Page first = client.get("api:pages");

        assertThat(first)
                .hasJson(
                        Map.of(
                                "count",
                                3,
                                "next",
                                "/api/pages/?page=2",
                                "results",
                                List.of("Emma", "Persuasion")));
        assertThat(client.get("/api/pages/?page=2").source()).contains("\"next\":null", "Sanditon");
        assertThat(client.showErrors().get("/api/pages/?page=3")).hasStatus(404);
    }

    @Test
    void isNotSentTwice(Client client) {
        String tag = String.valueOf(client.get("api:book", emma.id).header("ETag"));

        assertThat(client.to("api:book", emma.id).header("If-None-Match", tag).get())
                .hasStatus(304);
        Books.filter(Books.id.eq(emma.id)).update(Books.price.set(new BigDecimal("9.00")));
        assertThat(client.to("api:book", emma.id).header("If-None-Match", tag).get()).isOk();
    }

    @Test
    void answersAnEnvelope(Client client) {
        String soap = "<Envelope><Body><isbn>9780141439587</isbn></Body></Envelope>";
        String bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><isbn>&a;</isbn>";

        assertThat(envelope(client, soap).source()).contains("<price>9.50</price>");
        assertThat(envelope(client.showErrors(), bomb)).hasStatus(400);
    }

    private static Page envelope(Client client, String xml) {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        return client.to("api:soap").body("application/soap+xml", body).post();
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, 204",
        "bad, 400",
        "forbidden, 403",
        "missing, 404",
        "teapot, 418",
        "broken, 500",
        "busy, 503"
    })
    void answersByStatus(String what, int status, Client client) {
        assertThat(client.showErrors().get("api:odd", what)).hasStatus(status);
    }

    @Test
    void readsPathsAndQueries(Client client) {
        assertThat(client.get("/api/search/austen/?sort=price&most=8"))
                .hasJson(List.of("Sanditon", "Persuasion"));
        assertThat(client.showErrors().get("/api/search/austen/?sort=colour")).hasStatus(400);
    }

    @Test
    void replacesTheWholeOrChangesAPart(Client client) {
        String url = "/api/books/" + emma.id + "/";

        assertThat(client.to(url).json(Map.of("title", "Emma!")).put()).hasStatus(422);
        assertThat(client.to(url).json(Map.of("title", "Emma!")).patch()).isOk();

        emma.refresh();
        assertThat(emma.title).isEqualTo("Emma!");
        assertThat(emma.price).isEqualByComparingTo("9.50");
        assertThat(client.to(url).json(Map.of("price", "free")).patch()).hasStatus(422);
    }

    @Test
    void sendsOneParcelHoweverOftenItIsAsked(Client client) {
        String key = UUID.randomUUID().toString();

        for (int status : List.of(201, 200, 200)) {
            assertThat(
                            client.to("api:parcels")
                                    .header("Idempotency-Key", key)
                                    .json(Map.of("isbn", "9780141439587"))
                                    .post())
                    .hasStatus(status);
        }

        assertThat(Parcels.all().count()).isEqualTo(1);
    }

    @Test
    void tellsOtherOriginsWhatTheyMay(Client client) {
        var named =
                client.to("api:books")
                        .header("Origin", "https://app.example")
                        .header("Access-Control-Request-Method", "PUT");
        var other =
                client.to("api:books")
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "PUT");

        assertThat(named.options()).hasHeader("Access-Control-Allow-Origin", "https://app.example");
        assertThat(other.options()).doesNotHaveHeader("Access-Control-Allow-Origin");
    }

    @Test
    void keepsTwoVersions(Client client) {
        assertThat(client.get("/v1/price/" + emma.id + "/")).hasJson(Map.of("price", "9.50 EUR"));
        assertThat(client.get("v2:one", emma.id).source()).contains("\"currency\":\"EUR\"");
    }

    @Test
    void goesOnBehindTheLastRow(Client client) {
        List<?> first = rows(client.get("api:after"));
        Object last = ((Map<?, ?>) first.getLast()).get("id");

        var rest =
                statementsOf(
                        () -> assertThat(rows(client.get("/api/after/?after=" + last))).hasSize(1));

        assertThat(rest).singleElement().asString().contains("LIMIT").doesNotContain("OFFSET");
    }

    @Test
    void knowsAUserByCookieOrByToken(Client client) {
        Member ada = member("ada");
        var token = ApiToken.issue(ada, "backup", Set.of("read"), Duration.ofDays(90));
        String header = "Bearer " + token.text();

        assertThat(client.to("shop:account").header("Authorization", header).get())
                .contains("Hello, ada");
        assertThat(client.cookie("sessionid")).isNull();
        token.token().revoke();
        client.showErrors();
        assertThat(client.to("shop:account").header("Authorization", header).get()).hasStatus(401);

        assertThat(client.login(ada).get("shop:account")).contains("Hello, ada");
        assertThat(client.logout().get("shop:account")).hasStatus(302);
    }

    @Test
    void signsWhatItGivesAway() {
        Context site = Context.current();
        var signer =
                TimestampSigner.of(SigningKeys.of(site.settings()), site.clock()).salt("tickets");
        String ticket = signer.signObject(Map.of("seat", 12), true);

        assertThat(signer.unsignObject(ticket, Duration.ofHours(1))).isEqualTo(Map.of("seat", 12L));
        assertThatThrownBy(() -> signer.unsignObject("x" + ticket, Duration.ofHours(1)))
                .isInstanceOf(BadSignatureException.class);
        assertThatThrownBy(() -> signer.salt("others").unsignObject(ticket, null))
                .isInstanceOf(BadSignatureException.class);
        var tomorrow = Clock.offset(site.clock(), Duration.ofDays(1));
        var late = TimestampSigner.of(SigningKeys.of(site.settings()), tomorrow).salt("tickets");
        assertThatThrownBy(() -> late.unsignObject(ticket, Duration.ofHours(1)))
                .isInstanceOf(BadSignatureException.class);
    }

    @Test
    void leavesForTheProviderWithAProofKey(Client client) {
        assertThat(client.get("login")).contains("GitHub");

        Page leaving = client.postForm("/accounts/with/github/", Map.of());

        var url = URI.create(String.valueOf(leaving.header("Location")));
        var asked = QueryParams.parse(url.getRawQuery());
        assertThat(url.getHost()).isEqualTo("github.com");
        assertThat(asked.get("client_id")).isEqualTo("our-id");
        assertThat(asked.get("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.get("state")).isNotEmpty();
        assertThat(client.showErrors().get("/accounts/with/github/callback/?code=x&state=forged"))
                .doesNotHaveHeader("Location");
    }

    @Test
    void keepsPasswordsHashedAndHashesThemAnew(Client client) {
        Member ada = member("ada");
        Member bob = member("bob");
        withSettings(
                List.of("PASSWORD_HASHER=pbkdf2_sha256:1000"),
                () -> {
                    ada.setPassword("a long secret");
                    bob.setPassword("a long secret");
                    ada.save();
                });
        assertThat(ada.password).startsWith("pbkdf2_sha256$1000$").isNotEqualTo(bob.password);

        withSettings(
                List.of("PASSWORD_HASHER=pbkdf2_sha256:2000"),
                () -> {
                    assertThat(client.login("ada", "another secret")).isFalse();
                    assertThat(client.login("ada", "a long secret")).isTrue();
                });

        assertThat(Members.get(Members.username.eq("ada")).password)
                .startsWith("pbkdf2_sha256$2000$");
    }
}
