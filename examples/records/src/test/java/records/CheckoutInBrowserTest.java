package records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.test.Chromium;
import dev.quintet.test.NeedsChromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Buying in a real browser: by the keyboard alone, with what a screen reader is told, and judged
/// by axe-core.
@NeedsChromium
class CheckoutInBrowserTest {

    @TempDir private Path folder;
    private ShopWindow shop;
    private Chromium page;

    @BeforeEach
    void open() throws IOException {
        shop = ShopWindow.open(new Records(), folder);
        page = shop.browser();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void fill(String label, String text) {
        shop.tabTo(label);
        page.type(text);
    }

    @Test
    void buysByTheKeyboardAlone() throws IOException {
        shop.at("/albums/1/");
        assertThat(shop.faults()).isEmpty();
        shop.tabTo("Put into the basket");
        page.leaveBy("Enter");
        assertThat(page.text()).contains("is in your basket");
        assertThat(shop.faults()).isEmpty();
        shop.tabTo("Go to the checkout");
        page.leaveBy("Enter");
        assertThat(shop.faults()).isEmpty();
        fill("Name", "Ada Lovelace");
        fill("E-mail address", "ada@example.org");
        fill("Street", "St James's Square 12");
        fill("Postcode", "SW1Y");
        fill("City", "London");
        shop.tabTo("Country");
        page.press("U", "n", "i", "t", "e", "d", " ", "K");
        shop.tabTo("Continue");
        page.leaveBy("Enter");
        assertThat(page.text()).contains("STEP 2 OF 3");
        assertThat(shop.faults()).isEmpty();
        shop.tabTo("Post");
        page.press("ArrowDown");
        shop.tabTo("Day of delivery");
        page.press("1", "2", "2", "4", "2", "0", "9", "9");
        shop.tabTo("Continue");
        page.leaveBy("Enter");
        assertThat(page.text())
                .contains("Ada Lovelace", "United Kingdom", "Courier", "24 December 2099");
        assertThat(shop.faults()).isEmpty();
        shop.tabTo("I know that this is a demo");
        page.press(" ");
        shop.tabTo("Order now");
        page.leaveBy("Enter");

        assertThat(page.text()).contains("Thank you, Ada Lovelace").contains("$21.90");
        assertThat(shop.faults()).isEmpty();
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void tellsAScreenReaderWhatIsWrongAndPutsTheFocusThere() throws IOException {
        shop.at("/albums/1/");
        page.leave("document.querySelector('.buy button').click()");
        shop.at("/checkout/");
        assertThat(page.spoken())
                .anyMatch(line -> line.startsWith("textbox 'Name'") && line.endsWith(" required"))
                .anyMatch(line ->
                        line.startsWith(
                                "textbox 'E-mail address' (For the confirmation, and for nothing"
                                        + " else.)"));

        page.leave("document.querySelector('.sheet .button').click()");

        assertThat(page.run("document.activeElement.className")).isEqualTo("summary");
        assertThat(page.run("document.title")).asString().startsWith("Please check: ");
        assertThat(page.spoken())
                .anyMatch(line -> line.equals("group 'Something is missing here'"))
                .anyMatch(line -> line.equals("link 'Name: This field is required.'"))
                .anyMatch(line ->
                        line.startsWith("textbox 'Name' (This field is required.)")
                                && line.contains(" invalid"));
        assertThat(shop.faults()).isEmpty();
        shop.tabTo("E-mail address: This field is required.");
        page.press("Enter");
        assertThat(page.run("location.hash")).isEqualTo("#id_email");
        page.type("ada@example.org");
        assertThat(page.run("document.getElementById('id_email').value"))
                .isEqualTo("ada@example.org");
    }

    @Test
    void goesBackByTheBrowsersButtonWithoutLosingAnything() {
        shop.at("/albums/1/");
        page.leave("document.querySelector('.buy button').click()");
        shop.at("/checkout/");
        page.run(
                "for (const [n, v] of Object.entries({name: 'Ada', email: 'a@example.org', street:"
                        + " 's', postcode: '1', city: 'c', country: 'GB'}))"
                        + " document.getElementById('id_' + n).value = v");
        page.leave("document.querySelector('.sheet .button').click()");
        assertThat(page.text()).contains("STEP 2 OF 3");

        page.run("history.back()");
        page.await("document.getElementById('id_name')");
        assertThat(page.run("document.getElementById('id_name').value")).isEqualTo("Ada");
        page.leave("document.querySelector('.sheet .button').click()");

        assertThat(page.text()).contains("STEP 2 OF 3");
        page.leave("document.querySelector('[name=wizard_back]').click()");
        assertThat(page.run("document.getElementById('id_name').value")).isEqualTo("Ada");
    }
}
