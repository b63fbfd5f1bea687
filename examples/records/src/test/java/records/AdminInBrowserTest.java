package records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.test.Chromium;
import dev.quintet.test.NeedsChromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The admin of the shop in a real browser, as staff walks through it.
@NeedsChromium
class AdminInBrowserTest {

    @TempDir private Path folder;
    private ShopWindow shop;
    private Chromium page;

    @BeforeEach
    void enter() throws IOException {
        var site = new Records();
        shop = ShopWindow.open(site, folder);
        page = shop.browser();
        page.look(1280, 900, false);
        shop.at(site.welcome("").getFirst().replace("Its admin: ", ""));
        assertThat(page.run("location.pathname")).isEqualTo("/admin/");
    }

    @AfterEach
    void close() {
        assertThat(page.complaints()).isEmpty();
        shop.close();
    }

    private void click(String selector) {
        page.run("document.querySelector('" + selector + "').click()");
    }

    private void leaveBy(String selector) {
        page.leave("document.querySelector('" + selector + "').click()");
    }

    private Object value(String selector) {
        return page.run("document.querySelector('" + selector + "').value");
    }

    private void fill(String selector, String text) {
        page.run("{const e = document.querySelector('" + selector + "'); e.focus(); e.select()}");
        page.type(text);
    }

    @Test
    void hasNothingThatAxeFindsWrong() throws IOException {
        var faults = new ArrayList<String>();
        for (String url :
                List.of(
                        "/admin/",
                        "/admin/catalog/",
                        "/admin/catalog/album/",
                        "/admin/catalog/track/?genre__id__exact=1",
                        "/admin/catalog/album/1/change/",
                        "/admin/catalog/album/add/",
                        "/admin/catalog/invoice/1/change/",
                        "/admin/catalog/invoice/report/",
                        "/admin/catalog/artist/1/delete/",
                        "/admin/catalog/album/1/history/",
                        "/admin/catalog/album/import/",
                        "/admin/shop/stock/",
                        "/admin/auth/user/add/",
                        "/admin/auth/group/1/change/")) {
            shop.at(url);
            shop.faults().forEach(fault -> faults.add(url + ": " + fault));
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void filtersSearchesAndSortsWithoutLoadingThePageAgain() {
        shop.at("/admin/catalog/track/");
        page.run("window.stays = true");
        page.run(
                "[...document.querySelectorAll('.filter a')].find(a => a.innerText.trim() =="
                        + " 'Jazz').click()");
        page.await("document.querySelector('.found').innerText.startsWith('130 ')");
        fill("#searchbar", "davis");
        page.press("Enter");
        page.await("document.querySelector('.found').innerText.startsWith('24 ')");

        assertThat(page.run("window.stays")).isEqualTo(true);
        assertThat(page.run("location.search"))
                .asString()
                .contains("q=davis", "genre__id__exact=2");
        page.run("history.back()");
        page.await("document.querySelector('.found').innerText.startsWith('130 ')");
    }

    @Test
    void changesARecordAndItsTracksAtOnce() {
        shop.at("/admin/catalog/album/1/change/");
        fill("#id_title", "For Those About to Rock");
        fill("[name=track_set-0-name]", "Salute");
        leaveBy("[name=_continue]");

        assertThat(page.text()).contains("was changed");
        assertThat(value("#id_title")).isEqualTo("For Those About to Rock");
        assertThat(value("[name=track_set-0-name]")).isEqualTo("Salute");
    }

    @Test
    void addsARowToTheTableOfTracks() {
        shop.at("/admin/catalog/album/1/change/");
        String last = "[name=track_set-11-name]";
        assertThat(page.run("document.querySelector('" + last + "')")).isNull();
        click("[data-inline] .more button");

        assertThat(page.run("document.activeElement.name")).isEqualTo("track_set-11-name");
        page.type("One more");
        fill("[name=track_set-11-milliseconds]", "1000");
        fill("[name=track_set-11-unitPrice]", "0.99");
        page.run("document.querySelector('[name=track_set-11-genre]').value = '1'");
        page.run("document.querySelector('[name=track_set-11-mediaType]').value = '1'");
        leaveBy("[name=_continue]");
        assertThat(page.text()).contains("was changed");
        assertThat(page.run("[...document.querySelectorAll('input')].map(i => i.value)"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("One more");
    }

    @Test
    void findsTheArtistWhileOneTypes() {
        shop.at("/admin/catalog/album/1/change/");
        page.run("document.querySelector('[role=combobox]:not(#palette-input)').focus()");
        page.run("document.activeElement.select()");
        page.type("Miles");
        page.await(
                "[...document.querySelectorAll('[role=option]')].some(o => o.innerText.trim() =="
                        + " 'Miles Davis')");
        page.press("ArrowDown", "Enter");
        leaveBy("[name=_continue]");

        assertThat(page.run("document.querySelector('[role=combobox]:not(#palette-input)').value"))
                .isEqualTo("Miles Davis");
    }

    @Test
    void countsTheCellarInTheList() {
        shop.at("/admin/shop/stock/");
        fill("[name=form-0-copies]", "7");
        leaveBy("[data-save-list]");

        assertThat(page.text()).contains("1 stock was changed successfully");
        assertThat(value("[name=form-0-copies]")).isEqualTo("7");
    }

    @Test
    void leadsAnywhereByTheKeyboard() {
        page.press("Control+k");
        page.await("document.querySelector('dialog.palette').open");
        page.type("Miles Davis");
        page.await(
                "document.querySelector('[role=option][aria-selected=true]')?.innerText"
                        + ".startsWith('Miles Davis')");
        page.leaveBy("Enter");

        assertThat(page.run("document.querySelector('h1').innerText")).isEqualTo("Miles Davis");
    }

    @Test
    void tellsWhatGoesWithARowBeforeItGoes() {
        shop.at("/admin/catalog/artist/1/delete/");

        assertThat(page.text()).contains("AC/DC", "Let There Be Rock");
    }

    @Test
    void importsAFileAfterALookAtIt() throws IOException {
        Path file = folder.resolve("artists.csv");
        Files.writeString(file, "id,name\n1,ACDC\n,The Hot Five\n");
        shop.at("/admin/catalog/artist/import/");
        page.choose("#id_file", file);
        leaveBy(".buttons .primary");
        assertThat(page.text()).contains("The Hot Five", "AC/DC", "ACDC");
        assertThat(shop.faults()).isEmpty();
        leaveBy(".buttons .primary");

        assertThat(page.text()).contains("2 rows were imported");
    }

    @Test
    void remembersWhoLikesTheDark() {
        click("[data-theme-toggle]");
        Object theme = page.run("document.documentElement.dataset.theme");
        shop.at("/admin/catalog/");

        assertThat(page.run("document.documentElement.dataset.theme")).isEqualTo(theme);
        assertThat(theme).isIn(List.of("dark", "light"));
    }

    @Test
    void doesItsWorkWithoutScripts() {
        page.scripts(false);
        shop.at("/admin/catalog/genre/1/change/");
        page.scripts(true);
        assertThat(page.run("document.documentElement.dataset.theme")).isNull();
        fill("#id_name", "Rock and Roll");
        leaveBy("[name=_save]");

        assertThat(page.text()).contains("was changed", "Rock and Roll");
    }

    @Test
    void warnsNobodyWhoHasSavedAndSignsOut() {
        page.run("document.querySelector('.menu').open = true");
        leaveBy(".menu-items button");

        assertThat(page.run("location.pathname")).isEqualTo("/admin/login/");
        shop.at("/admin/");
        assertThat(page.run("location.pathname")).isEqualTo("/admin/login/");
    }
}
