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
                        "/admin/catalog/artist/1/change/",
                        "/admin/catalog/track/runs/",
                        "/admin/catalog/track/?genre__id__exact=2&q=davis",
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
        assertThat(page.run("window.stays")).isEqualTo(true);
        page.run("history.forward()");
        page.await("document.querySelector('.found').innerText.startsWith('24 ')");
        assertThat(value("#searchbar")).isEqualTo("davis");
    }

    @Test
    void keepsTheFocusWhereItWas() {
        shop.at("/admin/catalog/track/");
        page.run("document.querySelector('#sort-1').focus()");
        page.press("Enter");
        page.await("location.search.includes('o=1')");
        page.await("document.querySelector('th[aria-sort=ascending]')");

        assertThat(page.run("document.activeElement.id")).isEqualTo("sort-1");
    }

    @Test
    void savesARowOfTheListAsSoonAsItWasChanged() {
        shop.at("/admin/shop/stock/");
        fill("[name=form-0-copies]", "7");
        page.press("Tab");
        page.await("document.querySelector('#row-0.saved')");
        fill("[name=form-0-copies]", "-1");
        page.press("Tab");
        page.await("document.querySelector('#row-0 .errorlist')");

        assertThat(page.run("document.activeElement.name")).isNotEqualTo("form-0-copies");
        shop.at("/admin/shop/stock/");
        assertThat(value("[name=form-0-copies]")).isEqualTo("7");
    }

    @Test
    void keepsAFilterUnderAName() throws IOException {
        shop.at("/admin/catalog/track/?genre__id__exact=2");
        page.run("document.querySelector('.keep').open = true");
        fill("#filter-name", "All that jazz");
        leaveBy(".keep button");
        assertThat(page.text()).contains("All that jazz");
        assertThat(shop.faults()).isEmpty();
        shop.at("/admin/catalog/track/");
        click("#saved-1");
        page.await("document.querySelector('.found').innerText.startsWith('130 ')");

        leaveBy(".saved li button");
        assertThat(page.run("document.querySelector('#saved-1')")).isNull();
    }

    @Test
    void changesTracksBelowTheRecordsOfAnArtist() {
        shop.at("/admin/catalog/artist/1/change/");
        fill("[name=album_set-0-track_set-0-name]", "Salute");
        click("[data-inline=album_set-0-track_set] .more button");
        assertThat(page.run("document.activeElement.name"))
                .isEqualTo("album_set-0-track_set-10-name");
        click("[data-inline=album_set] > .more button");
        assertThat(page.run("document.activeElement.name")).isEqualTo("album_set-2-title");
        page.type("Powerage");
        click("[data-inline=album_set-2-track_set] .more button");
        assertThat(page.run("document.activeElement.name"))
                .isEqualTo("album_set-2-track_set-0-name");
        page.run(
                "document.querySelector('[name=album_set-2-track_set-0-name]').closest('tr').remove()");
        page.run("document.querySelector('[name=album_set-2-track_set-TOTAL_FORMS]').value = 0");
        leaveBy("[name=_continue]");

        assertThat(page.text()).contains("was changed");
        assertThat(value("[name=album_set-0-track_set-0-name]")).isEqualTo("Salute");
        assertThat(value("[name=album_set-2-title]")).isEqualTo("Powerage");
    }

    @Test
    void putsThousandsOfTracksOnSaleAndBack() throws IOException {
        shop.at("/admin/catalog/track/");
        click("[data-tick-all]");
        click("[name=select_across]");
        page.run("document.querySelector('#action').value = 'action1'");
        leaveBy("[name=run]");
        leaveBy(".submit .primary");
        page.await("document.querySelector('.run .lead').innerText == 'Done.'");
        assertThat(page.text()).contains("3503");
        assertThat(shop.faults()).isEmpty();
        leaveBy(".submit a:last-child");
        assertThat(page.text()).contains("0.49", "0.99");
        assertThat(shop.faults()).isEmpty();
        leaveBy(".submit .primary");
        page.await("document.querySelector('.run .lead').innerText == 'Done.'");

        shop.at("/admin/catalog/track/1/history/");
        assertThat(page.text()).contains("0.49", "0.99", "Undo");
        assertThat(shop.faults()).isEmpty();
        leaveBy(".history .button");
        assertThat(shop.faults()).isEmpty();
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
