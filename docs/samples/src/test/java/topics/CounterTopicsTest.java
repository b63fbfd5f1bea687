package topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.Parallel;
import dev.quintet.test.Commits;
import dev.quintet.test.SiteTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import topics.bookshop.Books;
import topics.bookshop.Bookshop;

/// The samples of `docs/topics/04-projects-and-models.md` that other threads or the tables see:
/// they commit.
@SiteTest(Bookshop.class)
@Commits
class CounterTopicsTest {

    @Test
    void losesNoneOfAHundredIncrements() {
        Stock.save();
        var emma = Books.filter(Books.slug.eq("emma"));

        try (var visitors = Parallel.open()) {
            for (int n = 0; n < 100; n++) {
                visitors.fork(() -> emma.update(Books.stock.set(Books.stock.plus(1))));
            }
            visitors.join();
        }
        assertThat(Books.get(Books.slug.eq("emma")).stock).isEqualTo(103);

        Books.all().update(Books.price.set(Books.price.times(new BigDecimal("1.1"))));
        assertThat(Books.get(Books.slug.eq("emma")).price).isEqualByComparingTo("10.45");
    }

    @Test
    void goesBackAndForth() {
        Context site = Context.current();
        assertThat(Commands.call(site, "makemigrations", "--check").exitCode()).isZero();

        Commands.call(site, "migrate", "lending", "0001");
        assertThat(Commands.call(site, "showmigrations", "lending").out())
                .contains("[X] 0001_initial", "[ ] 0002_returned");

        Commands.call(site, "migrate", "lending");
        assertThat(Commands.call(site, "migrate", "--check").exitCode()).isZero();
    }
}
