package records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From the racks to the thanks, without a browser.
class CheckoutTest {

    private static final String ADDRESS =
            "name=Ada+Lovelace&email=ada%40example.org&street=St+James+Square+12&postcode=SW1Y"
                    + "&city=London&country=GB";

    @TempDir private Path folder;
    private OpenShop shop;

    @BeforeEach
    void open() {
        shop = OpenShop.in(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /// Somebody who buys.
    private final class Buyer extends Visitor {

        Buyer() {
            super(shop);
        }

        Buyer takes(long album) {
            get("/albums/" + album + "/");
            assertThat(to(post("/basket/add/" + album + "/", ""))).isEqualTo("302 /basket/");
            return this;
        }

        Buyer fillsIn(String delivery) {
            assertThat(to(post("/checkout/?step=address", ADDRESS)))
                    .isEqualTo("302 /checkout/?step=delivery");
            assertThat(to(post("/checkout/?step=delivery", delivery)))
                    .isEqualTo("302 /checkout/?step=confirm");
            return this;
        }

        OpenShop.Answer orders() {
            return post("/checkout/?step=confirm", "understood=on");
        }
    }

    private static String to(OpenShop.Answer answer) {
        return answer.status() + " " + answer.response().header("Location");
    }

    private int copies(long album) {
        Matcher found =
                Pattern.compile("(\\d+) copies in stock|The last copy|Sold out")
                        .matcher(shop.get("/albums/" + album + "/").text());
        assertThat(found.find()).isTrue();
        return found.group().startsWith("Sold")
                ? 0
                : found.group(1) == null ? 1 : Integer.parseInt(found.group(1));
    }

    @Test
    void sellsWhatIsInTheBasket() {
        int before = copies(1);
        var ada = new Buyer().takes(1).takes(1).takes(141);
        assertThat(ada.get("/basket/").text())
                .contains("For Those About To Rock", "Greatest Hits", "Basket", "2 records");
        assertThat(ada.get("/checkout/?step=address").text())
                .doesNotContain("Something is missing", "Please check");
        ada.fillsIn("shipping=POST");
        String last = ada.get("/checkout/?step=confirm").text();
        assertThat(last).contains("Ada Lovelace", "United Kingdom", "$80.73");
        assertThat(Markup.faults(last)).isEmpty();

        OpenShop.Answer ordered = ada.orders();

        assertThat(ordered.status()).isEqualTo(302);
        String page = String.valueOf(ordered.response().header("Location"));
        assertThat(page).startsWith("/orders/");
        String thanks = ada.get(page).text();
        assertThat(thanks)
                .contains(
                        "Thank you", "HC-00001", "2 copies", "1 copy", "$80.73", "St James Square");
        assertThat(Markup.faults(thanks)).isEmpty();
        assertThat(copies(1)).isEqualTo(before - 2);
        assertThat(ada.get("/basket/").text()).contains("There is nothing in it yet");
        assertThat(new Buyer().get(page).status()).isEqualTo(404);
    }

    @Test
    void sellsTheLastCopyOnceAndTellsTheOtherKindly() {
        long album = 9;
        assertThat(copies(album)).isEqualTo(1);
        var ada = new Buyer().takes(album).fillsIn("shipping=PICKUP");
        var bob = new Buyer().takes(album).takes(141).fillsIn("shipping=PICKUP");

        assertThat(to(ada.orders())).startsWith("302 /orders/");
        assertThat(to(bob.orders())).isEqualTo("302 /basket/");

        assertThat(bob.get("/basket/").text())
                .contains("Somebody was a moment quicker", "Nothing was ordered", "Greatest Hits");
        assertThat(copies(album)).isZero();
        assertThat(copies(141)).isEqualTo(141 * 7 % 9 + 1);
        assertThat(to(bob.get("/checkout/"))).isEqualTo("302 /checkout/?step=confirm");
        assertThat(to(bob.orders())).startsWith("302 /orders/");
    }

    @Test
    void ordersOnceThoughTheButtonIsPressedTwice() {
        int before = copies(1);
        var ada = new Buyer().takes(1).fillsIn("shipping=PICKUP");
        var twin = new Buyer();
        twin.become(ada);

        String first = to(ada.orders());
        String second = to(twin.orders());

        assertThat(first).startsWith("302 /orders/").isEqualTo(second);
        assertThat(copies(1)).isEqualTo(before - 1);
    }

    @Test
    void ordersNothingThatItsBuyerHasNotSeen() {
        var ada = new Buyer().takes(1).takes(141).fillsIn("shipping=PICKUP");
        assertThat(ada.get("/checkout/?step=confirm").text())
                .contains("<input type=\"hidden\" name=\"basket\" value=\"1x1 141x1\">");
        ada.post("/basket/141/", "remove=1");

        String second = to(ada.post("/checkout/?step=confirm", "understood=on&basket=1x1+141x1"));

        assertThat(second).isEqualTo("302 /basket/");
        assertThat(to(ada.post("/checkout/?step=confirm", "understood=on&basket=1x1")))
                .startsWith("302 /orders/");
    }

    @Test
    void leadsToTheOrderWhoPressesOnceMoreAfterIt() {
        int before = copies(1);
        var ada = new Buyer().takes(1).fillsIn("shipping=PICKUP");

        String first = to(ada.orders());
        String second = to(ada.orders());

        assertThat(first).startsWith("302 /orders/").isEqualTo(second);
        assertThat(to(ada.get("/checkout/"))).isEqualTo("302 /basket/");
        assertThat(copies(1)).isEqualTo(before - 1);
    }

    @Test
    void offersNoMoreThanThereIs() {
        var ada = new Buyer().takes(9).takes(9);

        assertThat(ada.get("/basket/").text())
                .contains("All that we have of", "The last copy")
                .doesNotContain("<option value=\"2\"");
        ada.post("/basket/9/", "count=9");
        assertThat(ada.get("/basket/").text()).contains("Only 1 left").doesNotContain("Go to the");
        assertThat(to(ada.post("/basket/9/", "remove=1"))).isEqualTo("302 /basket/");
        assertThat(to(ada.get("/checkout/"))).isEqualTo("302 /basket/");
    }

    @Test
    void saysWhatIsMissingAndWhere() {
        var ada = new Buyer().takes(1);
        String page = ada.post("/checkout/?step=address", "email=ada").text();

        assertThat(page)
                .contains("<title>Please check: Your address")
                .contains("autofocus")
                .contains("<a href=\"#id_name\">Name: This field is required.</a>")
                .contains("<a href=\"#id_email\">E-mail address: Enter a valid email address.</a>")
                .contains("aria-describedby=\"id_email_helptext id_email_error\"")
                .contains("aria-invalid=\"true\"");
        assertThat(Markup.faults(page)).isEmpty();
        ada.post("/checkout/?step=address", ADDRESS);
        assertThat(ada.post("/checkout/?step=delivery", "shipping=COURIER").text())
                .contains("The courier needs a day.");
        assertThat(
                        ada.post(
                                        "/checkout/?step=delivery",
                                        "shipping=COURIER&deliverOn=2001-01-01")
                                .text())
                .contains("The courier comes tomorrow at the earliest.");
        assertThat(ada.post("/checkout/?step=delivery", "shipping=ROCKET").text())
                .contains("Select a valid choice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0x1", "1e9", "999999999999", "%00", "1%27", ""})
    void takesNoOddCounts(String count) {
        var ada = new Buyer().takes(1);

        assertThat(to(ada.post("/basket/1/", "count=" + count))).isEqualTo("302 /basket/");
        assertThat(ada.get("/basket/").text()).contains("For Those About");
        assertThat(ada.get("/orders/" + (count.isEmpty() ? "x" : count) + "/").status())
                .isEqualTo(404);
    }

    @Test
    void neverPrintsWhatABuyerTypedAsMarkup() {
        var ada = new Buyer().takes(1);
        ada.post(
                "/checkout/?step=address",
                ADDRESS.replace("Ada+Lovelace", "%3Cscript%3Ealert(1)%3C%2Fscript%3E"));
        ada.post("/checkout/?step=delivery", "shipping=PICKUP&note=%3Cimg+src%3Dx%3E");

        assertThat(ada.get("/checkout/?step=confirm").text())
                .contains("&lt;script&gt;alert(1)", "&lt;img src=x&gt;")
                .doesNotContain("<script>", "<img src=x");
        String order = String.valueOf(ada.orders().response().header("Location"));
        assertThat(ada.get(order).text()).contains("&lt;script&gt;").doesNotContain("<script>");
    }
}
