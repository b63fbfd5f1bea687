package topics;

import static dev.quintet.test.Testing.a;
import static dev.quintet.test.Testing.assertQueries;
import static dev.quintet.test.Testing.runOnCommit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.context.Context;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.test.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topics.shop.Bestsellers;
import topics.shop.Book;
import topics.shop.Books;
import topics.shop.Shop;

/// Topics 125 to 136: what is kept for a while.
@SiteTest(Shop.class)
class CacheTopicsTest {

    private Book emma = new Book();

    @BeforeEach
    void emma() {
        Context.current().get(CacheStore.KEY).clear();
        emma = a(Book.class).with(book -> book.title = "Emma").create();
    }

    @Test
    void letsBrowsersKeepAPageAndAskAgainCheaply(Client client) {
        var page = client.get("shop:prices");
        String tag = String.valueOf(page.header("ETag"));

        assertThat(page).hasHeader("Cache-Control", "public, max-age=300");
        assertThat(client.to("shop:prices").header("If-None-Match", tag).get()).hasStatus(304);
    }

    @Test
    void asksTheDatabaseOnce() {
        emma.review(5);

        assertThat(assertQueries(1, Bestsellers::titles)).isEqualTo(List.of("Emma"));
        assertThat(assertQueries(0, Bestsellers::titles)).isEqualTo(List.of("Emma"));
        Bestsellers.forget();
        assertQueries(1, Bestsellers::titles);
    }

    @Test
    void tellsAHitFromAMiss() {
        CacheStore cache = Context.current().get(CacheStore.KEY);

        assertThat(cache.get("rates")).isNull();
        cache.set("rates", List.of(1, 2), Duration.ofMinutes(10));
        assertThat(cache.get("rates")).isEqualTo(List.of(1L, 2L));
        assertThat(cache.add("rates", List.of(), null)).isFalse();
        cache.set("visits", 1, Duration.ofDays(1));
        assertThat(cache.increment("visits", 1)).isEqualTo(2);
    }

    @Test
    void forgetsWithTimeAndOnceAChangeIsKept(TestClock clock) {
        CacheStore cache = Context.current().get(CacheStore.KEY);
        cache.set("rates", "old", Duration.ofMinutes(10));
        clock.advance(Duration.ofMinutes(11));
        assertThat(cache.get("rates")).isNull();

        Bestsellers.titles();
        runOnCommit(() -> Bestsellers.rename(emma, "Emma, a novel"));
        assertThat(Books.get().title).isEqualTo("Emma, a novel");
        assertThat(cache.get("bestsellers")).isNull();
    }

    @Test
    void keepsAPartOfAPage(Client client) {
        emma.review(4);
        assertThat(client.get("shop:book", emma.id)).contains("4 of 5");
        emma.reviews.all().delete();

        assertThat(client.get("shop:book", emma.id)).contains("4 of 5");
        emma.refresh();
        emma.review(2);
        assertThat(client.get("shop:book", emma.id)).contains("2 of 5").doesNotContain("4 of 5");
    }
}
