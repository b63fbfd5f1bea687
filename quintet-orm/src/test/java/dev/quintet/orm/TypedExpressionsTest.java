package dev.quintet.orm;

import static dev.quintet.orm.Expressions.anyValue;
import static dev.quintet.orm.Expressions.bitOr;
import static dev.quintet.orm.Expressions.cast;
import static dev.quintet.orm.Expressions.castToText;
import static dev.quintet.orm.Expressions.coalesce;
import static dev.quintet.orm.Expressions.count;
import static dev.quintet.orm.Expressions.greatest;
import static dev.quintet.orm.Expressions.least;
import static dev.quintet.orm.Expressions.max;
import static dev.quintet.orm.Expressions.min;
import static dev.quintet.orm.Expressions.nullIf;
import static dev.quintet.orm.Expressions.stdDev;
import static dev.quintet.orm.Expressions.stringAgg;
import static dev.quintet.orm.Expressions.sum;
import static dev.quintet.orm.Expressions.value;
import static dev.quintet.orm.Expressions.variance;
import static dev.quintet.orm.Expressions.when;
import static dev.quintet.orm.Functions.abs;
import static dev.quintet.orm.Functions.collate;
import static dev.quintet.orm.Functions.concat;
import static dev.quintet.orm.Functions.left;
import static dev.quintet.orm.Functions.length;
import static dev.quintet.orm.Functions.lower;
import static dev.quintet.orm.Functions.lpad;
import static dev.quintet.orm.Functions.power;
import static dev.quintet.orm.Functions.replace;
import static dev.quintet.orm.Functions.reverse;
import static dev.quintet.orm.Functions.right;
import static dev.quintet.orm.Functions.round;
import static dev.quintet.orm.Functions.rpad;
import static dev.quintet.orm.Functions.sha256;
import static dev.quintet.orm.Functions.strIndex;
import static dev.quintet.orm.Functions.substr;
import static dev.quintet.orm.Functions.trim;
import static dev.quintet.orm.Functions.upper;
import static dev.quintet.orm.Functions.uuid7;
import static dev.quintet.orm.Windows.denseRank;
import static dev.quintet.orm.Windows.lag;
import static dev.quintet.orm.Windows.partitionBy;
import static dev.quintet.orm.Windows.rank;
import static dev.quintet.orm.Windows.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quintet.orm.TimeExpression.Unit;
import dev.quintet.orm.connection.LockTimeoutException;
import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Albums;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import dev.quintet.orm.shop.Format;
import dev.quintet.orm.shop.Track;
import dev.quintet.orm.shop.Tracks;
import dev.quintet.orm.sql.UnsupportedFeatureException;
import dev.quintet.orm.state.FieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Typed expressions: one answer on every database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class TypedExpressionsTest {

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind);
        shop.run(() -> {
            Artist django = givenArtist("Django Reinhardt");
            Artist stephane = givenArtist("Stephane Grappelli");
            Album first = givenAlbum(django, "Djangology", "12.50", 3, LocalDate.of(1949, 1, 1));
            givenAlbum(django, "Live", "20.00", 4, LocalDate.of(1951, 6, 15));
            givenAlbum(stephane, "Uptown", "9.99", 7, null);
            givenTrack(first, "Minor Swing", Duration.ofSeconds(195));
            givenTrack(first, "Nuages", Duration.ofSeconds(205));
        });
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void comparesNumbersWithPlainOnes() {
        shop.run(() -> {
            assertThat(Albums.filter(Albums.stock.ne(4)).count()).isEqualTo(2);
            assertThat(Albums.filter(Albums.stock.eq(4)).count()).isEqualTo(1);
            assertThat(Albums.filter(Albums.price.ne(20)).count()).isEqualTo(2);
        });
    }

    private static Artist givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
        return artist;
    }

    private static Album givenAlbum(
            Artist artist, String title, String price, int stock, @Nullable LocalDate released) {
        var album = new Album();
        album.title = title;
        album.slug = new Slug(title.toLowerCase());
        album.price = new BigDecimal(price);
        album.stock = stock;
        album.released = released;
        album.format = released == null ? Format.CASSETTE : Format.LP;
        album.artist.set(artist);
        album.save();
        return album;
    }

    private static void givenTrack(Album album, String title, Duration length) {
        var track = new Track();
        track.title = title;
        track.length = length;
        track.album.set(album);
        track.save();
    }

    private static <V> V ofFirst(Expression<? super Album, V> expression) {
        return Albums.filter(Albums.title.eq("Djangology")).select(expression).list().getFirst();
    }

    @Test
    void worksOnText() {
        shop.run(() -> {
            assertThat(ofFirst(lower(Albums.title))).isEqualTo("djangology");
            assertThat(ofFirst(upper(Albums.title))).isEqualTo("DJANGOLOGY");
            assertThat(ofFirst(length(Albums.title))).isEqualTo(10);
            assertThat(ofFirst(concat(Albums.title, value(" by "), Albums.artist.name)))
                    .isEqualTo("Djangology by Django Reinhardt");
            assertThat(ofFirst(substr(Albums.title, 3, 4))).isEqualTo("ango");
            assertThat(ofFirst(left(Albums.title, 2))).isEqualTo("Dj");
            assertThat(ofFirst(right(Albums.title, 3))).isEqualTo("ogy");
            assertThat(ofFirst(lpad(Albums.title, 13, "*-"))).isEqualTo("*-*Djangology");
            assertThat(ofFirst(rpad(Albums.title, 3, "*"))).isEqualTo("Dja");
            assertThat(ofFirst(replace(Albums.title, "go", "GO"))).isEqualTo("DjanGOlogy");
            assertThat(ofFirst(reverse(Albums.title))).isEqualTo("ygolognajD");
            assertThat(ofFirst(strIndex(Albums.title, "logy"))).isEqualTo(7);
            assertThat(ofFirst(trim(concat(value("  "), Albums.title)))).isEqualTo("Djangology");
            assertThat(ofFirst(sha256(Albums.title))).hasSize(64);
            assertThat(ofFirst(castToText(Albums.stock))).isEqualTo("3");
        });
    }

    @Test
    void givesNothingForATextThatIsNotThere() {
        shop.run(() -> {
            var uptown = Albums.filter(Albums.title.eq("Uptown"));
            var missing = castToText(Albums.released);

            assertThat(uptown.select(upper(missing)).list()).containsExactly((String) null);
            assertThat(uptown.select(length(missing)).list()).containsExactly((Integer) null);
            assertThat(uptown.select(replace(missing, "1", "2")).list())
                    .containsExactly((String) null);
            assertThat(uptown.select(lpad(missing, 5, "*")).list()).containsExactly((String) null);
            assertThat(uptown.select(reverse(missing)).list()).containsExactly((String) null);
            assertThat(uptown.select(strIndex(missing, "1")).list())
                    .containsExactly((Integer) null);
            assertThat(uptown.select(sha256(missing)).list()).containsExactly((String) null);
            assertThat(uptown.select(concat(Albums.title, value("/"), missing)).list())
                    .containsExactly("Uptown/");
        });
    }

    @Test
    void ordersTextsByTheRulesOfACollation() {
        shop.run(() -> {
            givenArtist("apple");
            var fruit = Artists.exclude(Artists.name.contains(" "));
            givenArtist("Banana");
            boolean postgresql = kind.equals("postgresql");
            boolean sqlite = kind.equals("sqlite");
            String byCode = postgresql ? "C" : sqlite ? "BINARY" : "utf8mb4_bin";
            String byLetter = postgresql ? "en-x-icu" : sqlite ? "NOCASE" : "utf8mb4_general_ci";

            assertThat(
                            fruit.orderBy(collate(Artists.name, byCode).asc())
                                    .select(Artists.name)
                                    .list())
                    .containsExactly("Banana", "apple");
            assertThat(
                            fruit.orderBy(collate(Artists.name, byLetter).asc())
                                    .select(Artists.name)
                                    .list())
                    .containsExactly("apple", "Banana");
        });
    }

    @Test
    void worksOnNumbers() {
        shop.run(() -> {
            assertThat(ofFirst(Albums.stock.times(2).plus(1))).isEqualTo(7);
            assertThat(ofFirst(Albums.stock.dividedBy(2))).isEqualTo(1);
            assertThat(ofFirst(Albums.stock.modulo(2))).isEqualTo(1);
            assertThat(ofFirst(Albums.stock.bitOr(4))).isEqualTo(7);
            assertThat(ofFirst(Albums.stock.bitXor(1))).isEqualTo(2);
            assertThat(ofFirst(abs(Albums.stock.negated()))).isEqualTo(3);
            assertThat(ofFirst(power(Albums.stock, 2))).isCloseTo(9.0, within(1e-9));
            assertThat(ofFirst(round(Albums.price))).isEqualByComparingTo("13");
            assertThat(ofFirst(round(Albums.price.negated()))).isEqualByComparingTo("-13");
            assertThat(ofFirst(round(Albums.price.dividedBy(new BigDecimal("8")), 1)))
                    .isEqualByComparingTo("1.6");
            assertThat(Albums.filter(Albums.price.gt(Albums.stock)).count()).isEqualTo(3);
            assertThat(Albums.filter(Albums.price.lt(Albums.stock.times(2))).count()).isEqualTo(1);
        });
    }

    @Test
    void chooses() {
        shop.run(() -> {
            var tier =
                    when(Albums.price.lt(10), "cheap")
                            .when(Albums.price.lt(15), "fair")
                            .otherwise("dear");

            assertThat(Albums.all().orderBy(Albums.id.asc()).select(tier).list())
                    .containsExactly("fair", "dear", "cheap");
            assertThat(Albums.filter(tier.eq("dear")).count()).isEqualTo(1);
            assertThat(Albums.all().orderBy(tier.asc()).select(Albums.title).list())
                    .containsExactly("Uptown", "Live", "Djangology");
            assertThat(ofFirst(coalesce(Albums.released, LocalDate.EPOCH)))
                    .isEqualTo(LocalDate.of(1949, 1, 1));
            assertThat(ofFirst(greatest(Albums.stock, 5))).isEqualTo(5);
            assertThat(ofFirst(least(Albums.stock, 5))).isEqualTo(3);
            assertThat(ofFirst(nullIf(Albums.stock, 3))).isNull();
            assertThat(
                            Albums.filter(Albums.title.eq("Uptown"))
                                    .select(greatest(Albums.released, LocalDate.EPOCH))
                                    .list())
                    .containsExactly((LocalDate) null);
            assertThat(ofFirst(cast(Albums.released, FieldType.text(), String.class)))
                    .startsWith("1949-01-01");
        });
    }

    @Test
    void looksAtPartsOfTimes() {
        shop.run(() -> {
            assertThat(ofFirst(Albums.released.year())).isEqualTo(1949);
            assertThat(ofFirst(Albums.released.isoYear())).isEqualTo(1948);
            assertThat(ofFirst(Albums.released.week())).isEqualTo(53);
            assertThat(ofFirst(Albums.released.weekDay())).isEqualTo(7);
            assertThat(ofFirst(Albums.released.isoWeekDay())).isEqualTo(6);
            assertThat(ofFirst(Albums.released.quarter())).isEqualTo(1);
            assertThat(
                            Albums.filter(Albums.released.month().eq(6))
                                    .select(Albums.released.truncatedTo(Unit.QUARTER))
                                    .list())
                    .containsExactly(LocalDate.of(1951, 4, 1));
            assertThat(
                            Tracks.filter(Tracks.title.eq("Nuages"))
                                    .select(Tracks.length.plus(Duration.ofSeconds(5)))
                                    .list())
                    .containsExactly(Duration.ofSeconds(210));
        });
    }

    @Test
    void makesOneValueOfManyRows() {
        shop.run(() -> {
            assertThat(Albums.all().aggregate(max(Albums.released)))
                    .isEqualTo(LocalDate.of(1951, 6, 15));
            assertThat(Albums.all().aggregate(min(Albums.title))).isEqualTo("Djangology");
            assertThat(Albums.all().aggregate(stdDev(Albums.stock)))
                    .isCloseTo(1.699673171, within(1e-6));
            assertThat(Albums.all().aggregate(variance(Albums.stock)))
                    .isCloseTo(2.888888888, within(1e-6));
            assertThat(Albums.all().aggregate(bitOr(Albums.stock))).isEqualTo(7L);
            assertThat(Albums.all().aggregate(sum(Albums.stock).orElse(0))).isEqualTo(14);
            assertThat(Albums.filter(Albums.stock.gt(99)).aggregate(sum(Albums.stock).orElse(0)))
                    .isZero();
            assertThat(Tracks.all().aggregate(sum(Tracks.length)))
                    .isEqualTo(Duration.ofSeconds(400));
            assertThat(
                            Albums.all()
                                    .aggregate(
                                            stringAgg(Albums.title, "; ")
                                                    .orderBy(Albums.stock.desc())))
                    .isEqualTo("Uptown; Live; Djangology");
            assertThat(
                            Artists.all()
                                    .orderBy(Artists.name.asc())
                                    .select(
                                            (n, c) -> n + c,
                                            anyValue(Artists.name),
                                            count(Artists.albums))
                                    .list())
                    .isNotEmpty();
        });
    }

    @Test
    void looksAtTheRowsAround() {
        shop.run(() -> {
            var place = rank().over(partitionBy(Albums.artist).orderBy(Albums.price.desc()));
            var before = lag(Albums.title).over(Windows.allRows().orderBy(Albums.id.asc()));
            var running =
                    window(sum(Albums.stock))
                            .over(Windows.allRows().orderBy(Albums.id.asc()).rows(null, 0));

            assertThat(Albums.all().orderBy(Albums.id.asc()).select(place).list())
                    .containsExactly(2L, 1L, 1L);
            assertThat(Albums.all().orderBy(Albums.id.asc()).select(before).list())
                    .containsExactly(null, "Djangology", "Live");
            assertThat(Albums.all().orderBy(Albums.id.asc()).select(running).list())
                    .containsExactly(3, 7, 14);
            assertThat(
                            Albums.filter(place.lte(1L))
                                    .orderBy(Albums.id.asc())
                                    .select(Albums.title)
                                    .list())
                    .containsExactly("Live", "Uptown");
            assertThat(Albums.filter(place.lte(1L)).count()).isEqualTo(2);
            var byFormat = Windows.<Album>allRows().orderBy(Albums.format.desc());
            assertThat(
                            Albums.all()
                                    .orderBy(Albums.id.asc())
                                    .select(denseRank().over(byFormat))
                                    .list())
                    .containsExactly(1L, 1L, 2L);
            assertThat(Albums.all().orderBy(Albums.id.asc()).select(rank().over(byFormat)).list())
                    .containsExactly(1L, 1L, 3L);
        });
    }

    @Test
    void runsSqlOfItsOwn() {
        shop.run(() -> {
            assertThat(ofFirst(doubled(Albums.stock))).isEqualTo(6);
            assertThat(
                            Albums.all()
                                    .orderBy(doubled(Albums.stock).desc())
                                    .select(Albums.title)
                                    .list())
                    .startsWith("Uptown");
            assertThat(Albums.filter(OwnSql.condition("? > ?", Albums.stock, value(3))).count())
                    .isEqualTo(2);
            assertThat(Albums.all().select(uuid7()).list()).doesNotHaveDuplicates().hasSize(3);
        });
    }

    private static <R> NumberExpression<R, Integer> doubled(NumberExpression<R, Integer> number) {
        return OwnSql.number("(? * 2)", FieldType.int32(), number);
    }

    @Test
    void keepsTheFirstOfEachWhereTheDatabaseCan() {
        shop.run(() -> {
            var first =
                    Albums.all()
                            .orderBy(Albums.artist.id.asc(), Albums.price.desc())
                            .distinctOn(Albums.artist.id);

            if (kind.equals("postgresql")) {
                assertThat(first.list())
                        .extracting(album -> album.title)
                        .containsExactly("Live", "Uptown");
            } else {
                assertThatThrownBy(first::list)
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageContaining("DISTINCT ON");
            }
        });
    }

    @Test
    void searchesWordsWhereTheDatabaseCan() {
        shop.run(() -> {
            var words = Search.query("djangology");
            var text =
                    Search.vector(Albums.title)
                            .weighted('A')
                            .and(Search.vector(Albums.artist.name));

            if (kind.equals("postgresql")) {
                Artist fans = givenArtist("Djangology Fans");
                givenAlbum(fans, "Always", "1.00", 1, null);
                var found = Albums.filter(text.matches(words));
                assertThat(found.orderBy(text.rank(words).desc()).select(Albums.title).list())
                        .containsExactly("Djangology", "Always");
                assertThat(found.orderBy(text.rank(words).asc()).select(Albums.title).list())
                        .containsExactly("Always", "Djangology");
                assertThat(
                                found.filter(Albums.stock.gt(1))
                                        .select(Search.headline(Albums.title, words))
                                        .list())
                        .containsExactly("<b>Djangology</b>");
            } else {
                assertThatThrownBy(() -> Albums.filter(text.matches(words)).list())
                        .isInstanceOf(QueryException.class);
            }
        });
    }

    @Test
    void locksRowsInsideATransactionOnly() {
        shop.run(() -> {
            var locked = Albums.all().selectForUpdate(Locking.rows().skipLocked());
            if (kind.equals("sqlite")) {
                return;
            }
            assertThatThrownBy(locked::list).isInstanceOf(QueryException.class);
            Transaction.atomic(() -> assertThat(locked.list()).hasSize(3));
        });
    }

    @Test
    void doesNotWaitForALockedRowWhenToldSo() {
        shop.run(() -> {
            if (kind.equals("sqlite")) {
                return; // it has no locks of rows
            }
            Transaction.atomic(() -> {
                Albums.filter(Albums.title.eq("Live")).selectForUpdate().list();
                elsewhere(() ->
                        assertThatThrownBy(this::lockWithoutWaiting)
                                .isInstanceOf(LockTimeoutException.class));
            });
            lockWithoutWaiting();
        });
    }

    /// In another thread, which has a transaction of its own.
    private void elsewhere(Runnable body) {
        CompletableFuture.runAsync(() -> shop.run(body)).orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void lockWithoutWaiting() {
        Transaction.atomic(() -> Albums.all().selectForUpdate(Locking.rows().nowait()).list());
    }

    @Test
    void locksSomeOfTheTablesWhereTheDatabaseCan() {
        shop.run(() -> {
            var albums = Albums.selectRelated(Albums.artist);
            var some = albums.selectForUpdate(Locking.rows().of("self").noKey());
            if (kind.equals("sqlite")) {
                // A transaction that writes has the whole database to itself.
                Transaction.atomic(() -> assertThat(some.list()).hasSize(3));
                return;
            }
            if (kind.equals("mariadb")) {
                assertThatThrownBy(() -> Transaction.atomic(() -> some.list()))
                        .isInstanceOf(UnsupportedFeatureException.class);
                return;
            }
            Transaction.atomic(() -> {
                some.list();
                elsewhere(() -> {
                    // Neither the artists nor the albums' keys are held.
                    Artists.all().update(Artists.name.set("free"));
                    givenTrack(Albums.all().first().orElseThrow(), "Leads here", Duration.ZERO);
                });
            });
            assertThat(Artists.filter(Artists.name.eq("free")).count()).isEqualTo(2);
            assertThat(Tracks.filter(Tracks.title.eq("Leads here")).exists()).isTrue();
        });
    }

    @Test
    void unitesColumnsOfTwoModels() {
        shop.run(() ->
                assertThat(
                                Artists.all()
                                        .select(Artists.name)
                                        .union(Tracks.all().select(Tracks.title))
                                        .orderBy("name")
                                        .list())
                        .containsExactly(
                                "Django Reinhardt", "Minor Swing", "Nuages", "Stephane Grappelli"));
    }

    @Test
    void doesNotMultiplyDistinctCounts() {
        shop.run(() -> {
            var albums = count(Artists.albums).distinct();
            var tracks = count(Artists.albums.tracks()).distinct();
            List<String> rows =
                    Artists.all()
                            .orderBy(Artists.name.asc())
                            .select((n, a, t) -> n + a + t, Artists.name, albums, tracks)
                            .list();

            assertThat(rows).containsExactly("Django Reinhardt22", "Stephane Grappelli10");
        });
    }
}
