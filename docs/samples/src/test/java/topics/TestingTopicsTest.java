package topics;

import static dev.quintet.test.Testing.a;
import static dev.quintet.test.Testing.an;
import static dev.quintet.test.Testing.assertQueries;
import static dev.quintet.test.Testing.outbox;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import dev.quintet.test.At;
import dev.quintet.test.Chromium;
import dev.quintet.test.Client;
import dev.quintet.test.LiveServer;
import dev.quintet.test.NeedsChromium;
import dev.quintet.test.SiteTest;
import dev.quintet.test.TestClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topics.shop.Author;
import topics.shop.Book;
import topics.shop.Member;
import topics.shop.Reminders;
import topics.shop.Shop;

/// Topics 154 to 160: the kinds of tests, as a site has them.
@SiteTest(Shop.class)
class TestingTopicsTest {

    @Test
    void sellsUntilThereIsNone() {
        Book emma = a(Book.class).with(book -> book.stock = 1).create();

        assertThat(emma.sell()).isTrue();
        assertThat(emma.sell()).isFalse();
    }

    @Test
    void listsBooksInThreeStatements(Client client) {
        a(Book.class).with(book -> book.title = "Emma").create();
        a(Book.class).withEach((book, n) -> book.title = "Volume " + n).create(20);

        var page = assertQueries(3, () -> client.get("shop:index"));

        assertThat(page).isOk().usesTemplate("shop/index.html").contains("Emma", "Volume");
    }

    @Test
    @NeedsChromium
    void buysABook(LiveServer server, @TempDir Path profile) throws IOException {
        Book emma = a(Book.class).with(book -> book.stock = 1).create();
        try (var browser = Chromium.open(profile)) {
            browser.go(server.url("shop:book", emma.id));
            browser.leave("document.querySelector('button').click()");

            assertThat(browser.text()).contains("is yours.");
        }
    }

    @ParameterizedTest
    @CsvSource({"9.50, true", "0, true", "-1, false"})
    void takesPrices(BigDecimal price, boolean fine) {
        Book book = a(Book.class).with(one -> one.price = price).build();
        book.author.set(an(Author.class).create());

        assertThat(catchException(book::fullClean) == null).isEqualTo(fine);
    }

    @Test
    @At("2026-12-23T18:00:00Z")
    void remindsOnTheDayBefore(TestClock clock) {
        Member ada = a(Member.class).with(member -> member.email = "ada@example.com").create();
        LocalDate christmasEve = LocalDate.of(2026, 12, 24);

        assertThat(Reminders.remind(ada, christmasEve)).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(Reminders.remind(ada, christmasEve)).isFalse();

        assertThat(outbox())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("Tomorrow");
                    assertThat(mail.text()).contains("Your book waits");
                });
    }
}
