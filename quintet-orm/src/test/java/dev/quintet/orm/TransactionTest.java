package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// What is kept, what is taken back, and who waits for whom, on every database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class TransactionTest {

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static Artist givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
        return artist;
    }

    private static List<String> names() {
        return Artists.all().orderBy(Artists.name.asc()).select(Artists.name).list();
    }

    @Test
    void keepsWhatIsCommittedAndTakesBackWhatThrows() {
        shop.run(() -> {
            Transaction.atomic(() -> givenArtist("kept"));
            assertThatThrownBy(() ->
                            Transaction.atomic(() -> {
                                givenArtist("lost");
                                throw new IllegalStateException("oops");
                            }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(names()).containsExactly("kept");
        });
    }

    @Test
    void takesBackTheInnerBlockAlone() {
        shop.run(() -> {
            try (var outer = Transaction.atomic()) {
                givenArtist("outer");
                try (var inner = Transaction.atomic()) {
                    givenArtist("inner");
                    inner.rollback();
                }
                outer.commit();
            }

            assertThat(names()).containsExactly("outer");
        });
    }

    @Test
    void refusesABlockThatIsNeitherKeptNorTakenBack() {
        shop.run(() -> {
            assertThatThrownBy(
                            () -> {
                                try (var _ = Transaction.atomic()) {
                                    givenArtist("forgotten");
                                }
                            })
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("neither committed nor rolled back");

            assertThat(names()).isEmpty();
        });
    }

    @Test
    void runsHooksOnceAfterTheOutermostCommitAndNeverAfterARollback() {
        List<String> ran = new ArrayList<>();
        shop.run(() -> {
            try (var outer = Transaction.atomic()) {
                Transaction.onCommit(() -> ran.add("outer"));
                try (var inner = Transaction.atomic()) {
                    Transaction.onCommit(() -> ran.add("inner"));
                    inner.commit();
                }
                try (var lost = Transaction.atomic()) {
                    Transaction.onCommit(() -> ran.add("lost"));
                    lost.rollback();
                }
                assertThat(ran).isEmpty();
                outer.commit();
            }
            Transaction.onCommit(() -> ran.add("alone"));
        });

        assertThat(ran).containsExactly("outer", "inner", "alone");
    }

    @Test
    void goesOnAfterAHookThatFailsRobustly() {
        List<String> ran = new ArrayList<>();
        shop.run(() ->
                Transaction.atomic(() -> {
                    Transaction.onCommitRobust(() -> {
                        throw new IllegalStateException("oops");
                    });
                    Transaction.onCommit(() -> ran.add("later"));
                }));

        assertThat(ran).containsExactly("later");
    }

    @Test
    void countsRightWhenManyThreadsCountInTheDatabase() throws Exception {
        shop.run(() -> givenArtist("0"));
        List<Future<?>> counting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                counting.add(threads.submit(() -> shop.run(TransactionTest::appendX)));
            }
        }
        for (Future<?> one : counting) {
            one.get();
        }

        shop.run(() -> assertThat(names()).containsExactly("0" + "x".repeat(60)));
    }

    /// Sixty threads find room and each adds one letter; nobody's letter is lost.
    private static void appendX() {
        Transaction.atomic(() -> {
            Artist artist = Artists.all().selectForUpdate().get();
            if (artist.name.length() < 61) {
                artist.name += "x";
                artist.save();
            }
        });
    }
}
