package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of a project's caught mail and of its previews.
class MailDeskTest {

    @TempDir private Path folder;
    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new Shop(folder.toRealPath());
        shop.write(
                "src/main/java/shop/Pages.java",
                """
                package shop;

                import dev.quintet.http.Request;
                import dev.quintet.http.Response;
                import dev.quintet.kernel.i18n.Language;
                import dev.quintet.mail.Attachment;
                import dev.quintet.mail.EmailMessage;

                final class Pages {
                    static Response index(Request request) {
                        letter("Your <order>").to("Ada <ada@example.com>").bcc("eve@example.com").send();
                        return Response.text("sent");
                    }

                    static Response zone(Request request) {
                        return Response.text("items: " + Items.all().count());
                    }

                    static EmailMessage letter(String subject) {
                        return EmailMessage.of(subject, "Hello, see https://shop.example/o/1?a=1&b=2 <ok>")
                                .html("<!doctype html><html><head><title>x</title></head><body>"
                                        + "<b>Hello</b><img src='cid:van'><a href='/zone/'>z</a>")
                                .attach(Attachment.of("van.png", "image/png", new byte[] {1, 2}).inline("van"))
                                .attach(Attachment.of("a page.html", "text/html", new byte[2000]));
                    }

                    static EmailMessage sample() {
                        var item = new Item();
                        item.name = "only for the preview";
                        item.save();
                        return letter(Language.active().code() + ": item " + Items.all().count()).to("ada@example.com");
                    }
                }
                """);
        shop.write(
                "src/main/java/shop/ShopApp.java",
                """
                package shop;

                import dev.quintet.kernel.app.App;
                import dev.quintet.mail.MailPreview;
                import dev.quintet.mail.MailPreviews;
                import java.util.List;

                public final class ShopApp implements App, MailPreviews {
                    @Override public List<MailPreview> mailPreviews() {
                        return List.of(new MailPreview("order sent", Pages::sample));
                    }
                }
                """);
        shop.write("settings.properties", "LANGUAGES=en,de\nMAILER_URL=dummy:\n");
        String page = shop.page("/zone/");
        assertThat(page).as(shop.told()).isEqualTo("items: 0");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void listsWhatTheSiteSentTheNewestFirstOverReloads() throws IOException {
        assertThat(shop.page("/_quintet/mail/")).contains("None yet.");

        assertThat(shop.page("/")).isEqualTo("sent");
        shop.write("src/main/resources/templates/shop/more.html", "more");
        shop.write("src/main/java/shop/More.java", "package shop; final class More {}");

        assertThat(shop.page("/_quintet/mail/"))
                .contains("Your &lt;order&gt;")
                .contains("to ada@example.com, eve@example.com")
                .contains("HTML, text, 2 files")
                .doesNotContain("<order>");
        assertThat(shop.told()).contains("Mail to ada@example.com, eve@example.com: Your <order>");
    }

    @Test
    void showsBothPartsTheHeadersAndTheFilesOfAMail() {
        shop.page("/");

        String page = shop.page("/_quintet/mail/1/");
        assertThat(page)
                .contains("<h1>Your &lt;order&gt;</h1>")
                .contains("<th>From</th><td>webmaster@localhost</td>")
                .contains("<th>To</th><td>Ada &lt;ada@example.com&gt;</td>")
                .contains("<th>Bcc</th><td>eve@example.com</td>")
                .contains("<th>Message-ID</th>")
                .contains("src=\"/_quintet/mail/1/html/\"")
                .contains("<a href=\"https://shop.example/o/1?a=1&amp;b=2\">")
                .contains("&lt;ok&gt;")
                .contains("van.png")
                .contains("image/png, inline as van")
                .contains("2 KB");
        assertThat(shop.page("/_quintet/mail/1/source/")).contains("Content-Type: multipart/");
    }

    @Test
    void aMessageMayRunNothingAndItsFilesAreKeptNotOpened() {
        shop.page("/");

        Response html = shop.ask("/_quintet/mail/1/html/");
        assertThat(html.header("Content-Security-Policy"))
                .startsWith("sandbox allow-popups")
                .contains("default-src 'none'");
        assertThat(Shop.text(html))
                .contains("<head><base target=\"_blank\">")
                .contains("<img src='/_quintet/mail/1/file/0/'>");
        Response file = shop.ask("/_quintet/mail/1/file/1/");
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("a page.html");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shop.ask("/_quintet/mail/1/file/2/").status()).isEqualTo(404);
        assertThat(shop.ask("/_quintet/mail/2/").status()).isEqualTo(404);
    }

    @Test
    void isEmptiedByItsOwnPageAndByNoOther() {
        shop.page("/");

        assertThat(post("cross-site").status()).isEqualTo(403);
        assertThat(shop.page("/_quintet/mail/")).contains("Your &lt;order&gt;");
        assertThat(post("same-origin").status()).isEqualTo(302);
        assertThat(shop.page("/_quintet/mail/")).contains("None yet.");
    }

    @Test
    void showsPreviewsInTheLanguagesOfTheSiteAndTakesBackWhatTheyWrite() {
        String list = shop.page("/_quintet/mail/");
        assertThat(list)
                .contains("<a href=\"/_quintet/mail/preview/shop/order%20sent/en/\">")
                .contains("Shop: order sent");

        assertThat(shop.page("/_quintet/mail/preview/shop/order sent/en/"))
                .contains("<h1>en: item 1</h1>")
                .contains("/_quintet/mail/preview/shop/order%20sent/de/\">Deutsch</a>");
        assertThat(shop.page("/_quintet/mail/preview/shop/order sent/de/"))
                .contains("<h1>de: item 1</h1>");
        assertThat(shop.page("/_quintet/mail/preview/shop/order sent/de/html/"))
                .contains("<b>Hello</b>");
        assertThat(shop.page("/zone/")).isEqualTo("items: 0");
        assertThat(shop.ask("/_quintet/mail/preview/shop/order sent/fr/").status()).isEqualTo(404);
        assertThat(shop.ask("/_quintet/mail/preview/shop/other/en/").status()).isEqualTo(404);
    }

    private Response post(String from) {
        RequestPipeline pipeline = shop.workshop().enter();
        try {
            return pipeline.handle(
                    RequestBuilder.post("/_quintet/mail/clear")
                            .header("Host", "localhost")
                            .header("Sec-Fetch-Site", from)
                            .build());
        } finally {
            shop.workshop().leave(pipeline);
        }
    }
}
