package dev.quintet.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AppsTest {

    private static final AtomicInteger READY = new AtomicInteger();

    /// An app as users write it.
    public static final class CatalogApp implements App {

        /// For the site.
        public CatalogApp() {}

        @Override
        public void ready(Context site) {
            assertThat(Context.current()).isSameAs(site);
            READY.incrementAndGet();
        }
    }

    /// Has no public constructor.
    public static final class HiddenApp implements App {

        private HiddenApp() {}
    }

    /// Throws when it is made.
    public static final class ThrowingApp implements App {

        /// For the site.
        public ThrowingApp() {
            throw new IllegalStateException("no file");
        }
    }

    @Test
    void makesAppsFromTheirClasses() {
        Apps apps = Apps.load(List.of(CatalogApp.class));

        assertThat(apps.get("catalog")).isInstanceOf(CatalogApp.class);
        assertThat(apps.get("catalog").verboseName()).isEqualTo("Catalog");
    }

    @Test
    void saysWhyAnAppCannotBeMade() {
        assertThatThrownBy(() -> Apps.load(List.of(HiddenApp.class)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("kernel.E012")
                .hasMessageContaining("HiddenApp");
        assertThatThrownBy(() -> Apps.load(List.of(ThrowingApp.class)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("kernel.E013")
                .hasMessageContaining("no file");
    }

    @Test
    void findsThoseOfAType() {
        Apps apps = Apps.load(List.of(CatalogApp.class));

        assertThat(apps.all(CatalogApp.class)).singleElement().isSameAs(apps.get("catalog"));
        assertThat(apps.all(Runnable.class)).isEmpty();
        assertThat(apps.has(App.class)).isTrue();
        assertThat(apps.has(HiddenApp.class)).isFalse();
    }

    @Test
    void refusesTwoAppsOfOneLabel() {
        assertThatThrownBy(() -> Apps.load(List.of(CatalogApp.class, CatalogApp.class)))
                .hasMessageContaining("Two apps have the label 'catalog'");
    }

    @Test
    void getsReadyExactlyOnce() throws InterruptedException {
        Apps apps = Apps.load(List.of(CatalogApp.class));
        Context site = Context.of(new Settings(), apps, Clock.systemUTC());
        READY.set(0);

        var threads =
                List.of(1, 2, 3, 4).stream()
                        .map(_ -> Thread.startVirtualThread(() -> apps.ready(site)))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(READY).hasValue(1);
    }

    /// Fails when the site is about to answer.
    public static final class ColdApp implements App {

        /// For the site.
        public ColdApp() {}

        @Override
        public void serving(Context site) {
            throw new IllegalStateException("the cache is cold");
        }
    }

    @Test
    void namesTheAppThatFailsBeforeTheFirstRequest() {
        Apps apps = Apps.load(List.of(CatalogApp.class, ColdApp.class));
        Context site = Context.of(new Settings(), apps, Clock.systemUTC());

        assertThatThrownBy(() -> apps.serving(site))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("The app 'cold' fails in serving()")
                .hasMessageContaining("the cache is cold");
    }
}
