package records;

import dev.quintet.RunningSite;
import dev.quintet.Serving;
import dev.quintet.Site;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.server.ServerOptions;
import dev.quintet.test.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A site on a free port, a browser before it, and axe-core to judge what it shows.
final class ShopWindow implements AutoCloseable {

    private final Serving serving;
    private final Chromium browser;

    private ShopWindow(Serving serving, Chromium browser) {
        this.serving = serving;
        this.browser = browser;
    }

    static ShopWindow open(Site site, Path folder) throws IOException {
        String url = "sqlite:" + folder.resolve("shop.db");
        RunningSite running =
                site.start(
                        SettingsSources.ofProcess(List.of()), settings -> settings.database(url));
        ServerOptions options =
                ServerOptions.of(running.context().settings()).at("127.0.0.1", 0).accessLog(false);
        var serving = Serving.start(running, options);
        return new ShopWindow(serving, Chromium.open(folder.resolve("profile")));
    }

    Chromium browser() {
        return browser;
    }

    Chromium at(String path) {
        browser.go(serving.address().replaceAll("/$", "") + path);
        return browser;
    }

    /// What axe-core finds wrong with the page, on phone and desktop, by day and by night.
    List<String> faults() throws IOException {
        var faults = new java.util.LinkedHashSet<String>();
        for (int width : new int[] {1280, 390}) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.look(width, 900, dark);
                faults.addAll(axe());
            }
        }
        browser.look(1280, 900, false);
        return List.copyOf(faults);
    }

    private List<String> axe() throws IOException {
        if (!"object".equals(browser.run("typeof axe"))) {
            try (InputStream script =
                    Objects.requireNonNull(getClass().getResourceAsStream("/axe/axe.min.js"))) {
                browser.run(
                        new String(script.readAllBytes(), StandardCharsets.UTF_8) + ";'loaded'");
            }
        }
        Object found =
                browser.run(
                        "axe.run(document, {resultTypes: ['violations']}).then(r =>"
                                + " r.violations.map(v => v.id + ': ' + v.help + ' ' +"
                                + " v.nodes.map(n => n.target.join(' ') + ' ' +"
                                + " n.failureSummary).join('; ')))");
        if (!(found instanceof List<?> list)) {
            throw new IllegalStateException("axe said: " + found);
        }
        return list.stream().map(String::valueOf).toList();
    }

    /// Presses the Tab key until what has the focus is called so, or begins so.
    void tabTo(String name) {
        for (int i = 0; i < 80; i++) {
            browser.press("Tab");
            Object focused =
                    browser.run(
                            "(e => (e.labels?.[0]?.innerText ?? e.getAttribute('aria-label') ??"
                                    + " e.innerText ?? '').trim())(document.activeElement)");
            if (String.valueOf(focused).startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not lead to '" + name + "'");
    }

    @Override
    public void close() {
        browser.close();
        serving.close();
    }
}
