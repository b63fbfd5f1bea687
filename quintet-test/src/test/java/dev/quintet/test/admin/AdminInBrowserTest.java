package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.User;
import dev.quintet.test.Chromium;
import dev.quintet.test.Client;
import dev.quintet.test.LiveServer;
import dev.quintet.test.NeedsChromium;
import dev.quintet.test.OverrideSettings;
import dev.quintet.test.Payloads;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Lamps;
import dev.quintet.test.lamps.Maker;
import dev.quintet.test.lamps.Makers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a browser makes of the admin's pages.
@NeedsChromium
@SiteTest(LampShop.class)
class AdminInBrowserTest {

    @TempDir private Path folder;

    private static void signIn(Chromium browser, LiveServer server) {
        User.createSuperuser("ada", "ada@example.com", Accounts.PASSWORD);
        browser.go(server.url() + "/admin/");
        browser.run(
                "document.querySelector('[name=username]').value = 'ada';"
                        + "document.querySelector('[name=password]').value = '"
                        + Accounts.PASSWORD
                        + "'");
        browser.leave("document.querySelector('[name=password]').form.submit()");
        assertThat(browser.run("location.pathname")).isEqualTo("/admin/");
    }

    private static List<String> pagesOf(Lamp lamp) {
        String of = "/admin/lamps/lamp/" + lamp.id;
        return List.of(
                "/admin/",
                "/admin/lamps/",
                "/admin/search/?q=a",
                "/admin/lamps/lamp/",
                "/admin/lamps/lamp/?kind__exact=TABLE&q=a",
                "/admin/lamps/lamp/add/",
                of + "/change/",
                of + "/history/",
                of + "/delete/",
                "/admin/lamps/lamp/runs/",
                "/works/lamps/maker/" + lamp.maker.id() + "/change/",
                "/admin/lamps/maker/",
                "/admin/lamps/room/add/",
                "/admin/auth/user/",
                "/admin/auth/user/add/",
                "/admin/auth/group/add/",
                "/admin/none/");
    }

    @Test
    void breaksTheStrictPolicyNowhere(LiveServer server) throws IOException {
        Maker maker = AdminRows.maker("Bauhaus");
        Lamp lamp =
                AdminRows.lamp("Wagenfeld", maker, "9.00", Kind.TABLE, LocalDate.of(1924, 5, 1));
        AdminRows.bulb(lamp, "E27");

        try (Chromium browser = Chromium.open(folder.resolve("profile"))) {
            signIn(browser, server);
            for (String page : pagesOf(lamp)) {
                browser.go(server.url() + page);
            }

            // The last page is not there; and a browser gives advice on the way.
            assertThat(browser.complaints())
                    .allMatch(
                            each -> each.contains("404 (Not Found)") || each.startsWith("verbose"));
        }
    }

    @Test
    @OverrideSettings("SECURE_CSP=")
    void runsNothingThatWasStored(LiveServer server, Client client) throws IOException {
        try (Chromium browser = Chromium.open(folder.resolve("profile"))) {
            signIn(browser, server);
            Accounts.signIn(client, "ada");
            var lamps = new ArrayList<Lamp>();
            for (String payload : Payloads.ALL) {
                client.postForm("/admin/lamps/maker/add/", Map.of("name", payload));
                client.postForm(
                        "/admin/lamps/lamp/filters/",
                        Map.of("name", payload, "query", "q=" + payload));
                Maker maker = AdminRows.maker(payload);
                Lamp lamp = AdminRows.lamp(payload, maker, "9.00", Kind.TABLE, null);
                lamp.slug = payload;
                lamp.save();
                AdminRows.bulb(lamp, payload);
                AdminRows.room(payload);
                lamps.add(lamp);
            }
            assertThat(Makers.all().count()).isGreaterThan(90);
            assertThat(Lamps.all().count()).isEqualTo(50);

            for (String page : pagesOf(lamps.getFirst())) {
                staysHarmless(browser, server.url() + page);
            }
            for (int page = 1; page <= 5; page++) {
                staysHarmless(browser, server.url() + "/admin/lamps/lamp/?p=" + page);
            }
            for (Lamp lamp : lamps) {
                String of = server.url() + "/admin/lamps/lamp/" + lamp.id;
                staysHarmless(browser, of + "/change/");
                staysHarmless(browser, of + "/delete/");
            }
        }
    }

    /// Touches everything, as a visitor would by and by, and looks whether anything ran.
    private static void staysHarmless(Chromium browser, String url) {
        browser.go(url);
        Object ran =
                browser.run(
                        """
                        (async () => {
                          for (const each of document.querySelectorAll('*')) {
                            for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle']) {
                              each.dispatchEvent(new Event(kind));
                            }
                          }
                          await new Promise(done => setTimeout(done, 10));
                          return String(window.pwned) + document.querySelectorAll('[onerror],[onload],'
                            + '[onfocus],[onmouseover],iframe,object,embed,base').length;
                        })()\
                        """);
        assertThat(ran).as(url).isEqualTo("undefined0");
    }
}
