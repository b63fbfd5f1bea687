package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Albums;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Format;
import dev.quintet.orm.shop.Track;
import dev.quintet.orm.state.FieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Queries told by names, on every database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class NamedQueriesTest {

    @Parameter String kind;

    private TestShop shop;
    private Artist django;
    private Artist stephane;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind);
        shop.run(() -> {
            django = givenArtist("Django Reinhardt");
            stephane = givenArtist("Stéphane Grappelli");
            givenArtist("Nobody");
            Album first = givenAlbum(django, "Djangology", "12.50", 3, LocalDate.of(1949, 1, 1));
            givenAlbum(django, "Live at 100%", "20.00", 0, LocalDate.of(1951, 6, 1));
            Album last = givenAlbum(stephane, "Uptown_Dance", "9.99", 7, null);
            givenTrack(first, "Minor Swing", Duration.ofSeconds(195));
            givenTrack(first, "Nuages", Duration.ofMillis(198_500));
            givenTrack(last, "Sweet Lorraine", null);
        });
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

    private static Album givenAlbum(
            Artist artist, String title, String price, int stock, @Nullable LocalDate released) {
        var album = new Album();
        album.title = title;
        album.slug = new Slug(title.toLowerCase().replaceAll("[^a-z0-9]+", "-"));
        album.price = new BigDecimal(price);
        album.stock = stock;
        album.released = released;
        album.format = released == null ? Format.CASSETTE : Format.LP;
        album.artist.set(artist);
        album.save();
        return album;
    }

    private static void givenTrack(Album album, String title, @Nullable Duration length) {
        var track = new Track();
        track.title = title;
        track.length = length;
        track.album.set(album);
        track.save();
    }

    private static List<Object> titles(QuerySet<Album> albums) {
        return albums.orderBy("title").<Object>valuesFlat("title").list();
    }

    private static QuerySet<Album> albums() {
        return QuerySet.of(Album.class);
    }

    private static QuerySet<Artist> artists() {
        return QuerySet.of(Artist.class);
    }

    @Test
    void chainsTransformsAndLookups() {
        shop.run(() -> {
            assertThat(titles(albums().filter("released__year__gte", 1950)))
                    .containsExactly("Live at 100%");
            assertThat(titles(albums().filter("artist__name__lower__contains", "reinhardt")))
                    .hasSize(2);
            assertThat(titles(albums().filter("released__month__in", List.of(1, 6)))).hasSize(2);
            assertThat(titles(albums().filter("title__length__gt", 11)))
                    .containsExactly("Live at 100%", "Uptown_Dance");
            assertThat(titles(albums().filter("title__regex", "^Up.*e$")))
                    .containsExactly("Uptown_Dance");
            assertThat(titles(albums().filter("title__iregex", "DJANGO")))
                    .containsExactly("Djangology");
        });
    }

    @Test
    void excludesWhatIsUnknownAndWhatHasManyRows() {
        shop.run(() -> {
            assertThat(titles(albums().exclude("released__gt", LocalDate.of(1950, 1, 1))))
                    .containsExactly("Djangology", "Uptown_Dance");
            assertThat(artists().exclude("albums__stock", 0).count()).isEqualTo(2);
            assertThat(artists().exclude("albums__tracks__title", "Nuages").count()).isEqualTo(2);
            assertThat(artists().filter("albums__isnull", true).count()).isEqualTo(1);
            assertThat(artists().exclude("albums__isnull", true).count()).isEqualTo(2);
        });
    }

    @Test
    void putsConditionsTogether() {
        shop.run(() -> {
            Condition<Object> cheap = Q.of("price__lt", 11);
            Condition<Object> gone = Q.of("stock", 0);

            assertThat(titles(albums().filter(cheap.or(gone)))).hasSize(2);
            assertThat(titles(albums().filter(cheap.and(gone)))).isEmpty();
            assertThat(titles(albums().filter(cheap.xor(gone)))).hasSize(2);
            assertThat(titles(albums().filter(cheap.or(gone).not()))).containsExactly("Djangology");
            assertThat(titles(albums().filter(Q.all(List.of())))).hasSize(3);
            assertThat(titles(albums().filter(Albums.stock.gt(1).and(Q.of("price__gt", 10)))))
                    .containsExactly("Djangology");
        });
    }

    @Test
    void groupsByTheValuesBeforeAnAggregate() {
        shop.run(() -> {
            var byFormat =
                    albums().values("format")
                            .annotate("n", F.aggregate("count", "id"))
                            .annotate("total", F.aggregate("sum", "stock"))
                            .filter("n__gt", 1)
                            .orderBy("format");

            assertThat(byFormat.list()).hasSize(1);
            assertThat(byFormat.list().getFirst()).containsEntry("n", 2L);
            assertThat(byFormat.sql()).contains("GROUP BY").contains("HAVING");
        });
    }

    @Test
    void countsRelatedRowsOfEachObject() {
        shop.run(() -> {
            var counted =
                    artists()
                            .annotate(F.aggregate("count", "albums"))
                            .annotate(
                                    "stocked",
                                    F.aggregate("count", "albums")
                                            .filter(Q.of("albums__stock__gt", 0)))
                            .orderBy("-albums__count", "name");

            assertThat(counted.valuesList("name", "albums__count", "stocked").list())
                    .containsExactly(
                            List.of("Django Reinhardt", 2L, 1L),
                            List.of("Stéphane Grappelli", 1L, 1L),
                            List.of("Nobody", 0L, 0L));
            assertThat(counted.list().getFirst().annotation("stocked")).isEqualTo(1L);
            assertThat(counted.count()).isEqualTo(3);
            assertThat(counted.aggregate(Map.of("most", F.aggregate("max", "albums__count"))))
                    .containsEntry("most", 2L);
        });
    }

    @Test
    void aggregatesOverAllRowsInOneStatement() {
        var sent =
                shop.statementsOf(() -> {
                    var all =
                            albums().aggregate(
                                            Map.of(
                                                    "n", F.aggregate("count"),
                                                    "most", F.aggregate("max", "stock"),
                                                    "none",
                                                            F.aggregate("sum", "stock")
                                                                    .filter(Q.of("stock__gt", 99))
                                                                    .orElse(-1)));
                    assertThat(all).containsEntry("n", 3L);
                    assertThat(((Number) all.get("most")).intValue()).isEqualTo(7);
                    assertThat(((Number) all.get("none")).intValue()).isEqualTo(-1);
                });

        assertThat(sent).hasSize(1);
    }

    @Test
    void sendsNothingWhereNothingCanBeFound() {
        var sent =
                shop.statementsOf(() -> {
                    QuerySet<Album> none = albums().filter("id__in", List.of());
                    assertThat(none.list()).isEmpty();
                    assertThat(none.count()).isZero();
                    assertThat(none.exists()).isFalse();
                    assertThat(none.update(Map.of("stock", 1))).isZero();
                    assertThat(none.aggregate(Map.of("s", F.aggregate("sum", "stock"))))
                            .containsEntry("s", null);
                });

        assertThat(sent).isEmpty();
    }

    @Test
    void takesTenThousandValues() {
        shop.run(() -> {
            List<Long> many = LongStream.range(0, 10_000).boxed().toList();
            assertThat(albums().filter("stock__in", many).count()).isEqualTo(3);
            assertThat(albums().exclude("stock__in", many).count()).isZero();
        });
    }

    @Test
    void updatesByExpressions() {
        shop.run(() -> {
            albums().filter("artist__name__startswith", "Django")
                    .update(Map.of("stock", F.of("stock").plus(10)));
            assertThat(albums().orderBy("id").valuesFlat("stock").list())
                    .containsExactly(13, 10, 7);

            albums().update(
                            Map.of(
                                    "stock",
                                    F.when(Q.of("price__lt", 10), 1)
                                            .when(Q.of("price__lt", 15), 2)
                                            .otherwise(3)));
            assertThat(albums().orderBy("id").valuesFlat("stock").list()).containsExactly(2, 3, 1);
        });
    }

    @Test
    void asksSubqueriesAndTheQueryAround() {
        shop.run(() -> {
            var newest =
                    albums().filter("artist", F.outer("pk"))
                            .orderBy(Sort.of("-released").nullsLast())
                            .values("title")
                            .limit(1);
            assertThat(
                            artists()
                                    .annotate("newest", F.subquery(newest))
                                    .orderBy("id")
                                    .valuesFlat("newest")
                                    .list())
                    .containsExactly("Live at 100%", "Uptown_Dance", null);
            var dear = albums().filter(Q.of("artist", F.outer("pk")), Q.of("price__gt", 15));
            assertThat(artists().filter(Q.of(F.exists(dear))).count()).isEqualTo(1);
            assertThat(artists().filter(Q.of(F.exists(dear).not())).count()).isEqualTo(2);
            assertThat(artists().filter("albums__in", albums().filter("stock", 0)).count())
                    .isEqualTo(1);
        });
    }

    @Test
    void worksOutWindowsAndFiltersByThem() {
        shop.run(() -> {
            var ranked =
                    albums().annotate(
                                    "place",
                                    F.window(F.call("row_number"))
                                            .partitionBy("artist")
                                            .orderBy(Sort.of("-price")))
                            .orderBy("id");

            assertThat(ranked.valuesFlat("place").list()).containsExactly(2L, 1L, 1L);
            assertThat(ranked.filter("place", 1).valuesFlat("title").list())
                    .containsExactly("Live at 100%", "Uptown_Dance");
            assertThat(
                            albums()
                                    .annotate(
                                            "running",
                                            F.window(F.aggregate("sum", "stock"))
                                                    .orderBy(Sort.of("id"))
                                                    .rows(null, 0))
                                    .orderBy("id")
                                    .valuesFlat("running")
                                    .list()
                                    .stream()
                                    .map(n -> ((Number) n).intValue()))
                    .containsExactly(3, 3, 10);
        });
    }

    @Test
    void unitesQueries() {
        shop.run(() -> {
            var names =
                    artists()
                            .valuesList("name")
                            .union(QuerySet.of(Track.class).valuesList("title"))
                            .orderBy("name")
                            .limit(2);

            assertThat(names.list())
                    .containsExactly(List.of("Django Reinhardt"), List.of("Minor Swing"));
            assertThat(albums().filter("stock", 0).union(albums().filter("stock", 7)).count())
                    .isEqualTo(2);
            assertThat(albums().difference(albums().filter("stock", 0)).list()).hasSize(2);
            assertThat(albums().intersection(albums().filter("stock", 0)).list()).hasSize(1);
            assertThat(albums().filter("stock", 0).or(albums().filter("stock", 7)).count())
                    .isEqualTo(2);
        });
    }

    @Test
    void ordersByWhatARelatedModelIsOrderedByAndByNothing() {
        shop.run(() -> {
            givenTrack(albums().filter("stock", 0).get(), "Zanzibar", null);
            QuerySet<Track> dated =
                    QuerySet.of(Track.class).filter("album__released__isnull", false);

            assertThat(dated.orderBy("album", "title").valuesFlat("title").list())
                    .containsExactly("Zanzibar", "Minor Swing", "Nuages");
            assertThat(dated.orderBy("-album", "-title").valuesFlat("title").list())
                    .containsExactly("Nuages", "Minor Swing", "Zanzibar");
            assertThat(albums().orderBy("?").list()).hasSize(3);
            assertThat(albums().orderBy("?").sql())
                    .containsIgnoringCase("rand")
                    .doesNotContain("released DESC");
            assertThat(albums().orderBy("-artist__name", "title").valuesFlat("title").list())
                    .containsExactly("Uptown_Dance", "Djangology", "Live at 100%");
        });
    }

    @Test
    void refusesNamesThatAreNotThere() {
        shop.run(() -> {
            assertThatThrownBy(() -> albums().filter("titel", "x"))
                    .isInstanceOf(UnknownFieldException.class)
                    .hasMessageContaining("Did you mean 'title'?");
            assertThatThrownBy(() -> albums().filter("title__nosuchlookup", "x"))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("nosuchlookup");
            assertThatThrownBy(() -> albums().orderBy("title; DROP TABLE x"))
                    .isInstanceOf(UnknownFieldException.class);
            assertThatThrownBy(() -> albums().values("artist__nme"))
                    .isInstanceOf(UnknownFieldException.class);
            assertThatThrownBy(() -> albums().annotate("title", F.aggregate("count", "tracks")))
                    .isInstanceOf(QueryException.class);
            assertThatThrownBy(() -> albums().filter("stock", "many").list())
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("'many'");
        });
    }

    @Test
    void loadsSlicesOfRelationsForEachOwner() {
        var sent =
                shop.statementsOf(() -> {
                    List<Artist> all =
                            artists()
                                    .prefetchRelated(
                                            Prefetch.of("albums")
                                                    .queryset(albums().orderBy("-price").limit(1))
                                                    .to("dearest"))
                                    .orderBy("id")
                                    .list();
                    assertThat((List<?>) all.get(0).annotation("dearest"))
                            .singleElement()
                            .hasToString("Live at 100%");
                    assertThat((List<?>) all.get(2).annotation("dearest")).isEmpty();
                });

        assertThat(sent).hasSize(2);
    }

    @Test
    void loadsSomeFieldsAndTheOthersForAllRowsAtOnce() {
        var sent =
                shop.statementsOf(() -> {
                    List<Album> all = albums().only("title").orderBy("id").list();
                    assertThat(all.get(0).title).isEqualTo("Djangology");
                    assertThat(Albums.stock.of(all.get(0))).isEqualTo(3);
                    assertThat(Albums.stock.of(all.get(2))).isEqualTo(7);
                });

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).doesNotContain("stock");
    }

    @Test
    void callsFunctionsWithTheSameAnswersEverywhere() {
        shop.run(() -> {
            var album = albums().filter("stock", 3);
            assertThat(
                            album.annotate("a", F.call("upper", "title"))
                                    .annotate("b", F.call("substr", "title", 1, 6))
                                    .annotate(
                                            "c",
                                            F.call(
                                                    "concat",
                                                    "title",
                                                    F.value(": "),
                                                    "artist__name"))
                                    .annotate(
                                            "d",
                                            F.call(
                                                    "coalesce",
                                                    "released",
                                                    LocalDate.of(1900, 1, 1)))
                                    .annotate("e", F.call("lpad", "title", 12, F.value("*")))
                                    .annotate("f", F.call("md5", "title"))
                                    .annotate("g", F.call("str_index", "title", F.value("go")))
                                    .annotate("h", F.call("greatest", "stock", 5))
                                    .annotate("i", F.cast("stock", FieldType.text()))
                                    .annotate("j", F.call("right", "title", 3))
                                    .annotate("k", F.extract("year", "released", null))
                                    .annotate("l", F.trunc("month", "released", null, null))
                                    .valuesList(
                                            "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k",
                                            "l")
                                    .list()
                                    .getFirst())
                    .containsExactly(
                            "DJANGOLOGY",
                            "Django",
                            "Djangology: Django Reinhardt",
                            LocalDate.of(1949, 1, 1),
                            "**Djangology",
                            "13a9bb9d719582744026f50b21001bde",
                            5,
                            5,
                            "3",
                            "ogy",
                            1949,
                            LocalDate.of(1949, 1, 1));
        });
    }

    @Test
    void makesDocumentsOfColumns() {
        shop.run(() -> {
            var document =
                    F.jsonObject(Map.of("title", F.of("title"), "all", F.jsonArray("stock", 7)));

            assertThat(
                            albums().filter("stock", 3)
                                    .annotate("document", document)
                                    .valuesFlat("document")
                                    .list())
                    .containsExactly(Map.of("title", "Djangology", "all", List.of(3L, 7L)));
        });
    }

    @Test
    void addsLengthsOfTimeInTheDatabase() {
        shop.run(() ->
                assertThat(
                                QuerySet.of(Track.class)
                                        .filter("title", "Nuages")
                                        .annotate("twice", F.of("length").plus(F.of("length")))
                                        .valuesFlat("twice")
                                        .list())
                        .containsExactly(Duration.ofSeconds(397)));
    }

    @Test
    void explainsItself() {
        shop.run(() -> assertThat(albums().filter("stock", 3).explain()).isNotBlank());
    }

    @Test
    void findsObjectsInBulk() {
        shop.run(() -> {
            assertThat(albums().inBulk(List.of(new Slug("djangology"), new Slug("no")), "slug"))
                    .containsOnlyKeys(new Slug("djangology"));
            assertThat(albums().contains(albums().orderBy("id").at(0))).isTrue();
            assertThat(albums().dates("released", "year").list())
                    .containsExactly(LocalDate.of(1949, 1, 1), LocalDate.of(1951, 1, 1));
            assertThat(albums().latest("price").title).isEqualTo("Live at 100%");
            assertThat(albums().earliest("price").title).isEqualTo("Uptown_Dance");
        });
    }

    @Test
    void comparesWithExpressionsAmongValues() {
        shop.run(() -> {
            assertThat(albums().filter("stock__range", List.of(F.of("stock"), 1_000_000)).count())
                    .isEqualTo(albums().count());
            assertThat(albums().filter("stock__in", List.of(F.of("stock"), -1)).count())
                    .isEqualTo(albums().count());
            assertThat(
                            albums().filter(
                                            "stock__range",
                                            List.of(F.of("stock").plus(1), 1_000_000))
                                    .count())
                    .isZero();
        });
    }

    @Test
    void letsAFilteredRelationGoByANameOfItsOwn() {
        shop.run(() -> {
            var stocked = FilteredRelation.of("albums", Q.of("albums__stock__gt", 0));
            assertThat(
                            artists()
                                    .annotate("stocked", stocked)
                                    .annotate("n", F.aggregate("count", "stocked"))
                                    .orderBy("id")
                                    .valuesFlat("n")
                                    .list())
                    .containsExactly(1L, 1L, 0L);
            assertThat(
                            artists()
                                    .annotate("stocked", stocked)
                                    .filter("stocked__price__gt", 10)
                                    .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void takesAnEmptyConditionForNone() {
        shop.run(() -> {
            Condition<Object> nothing = Q.all(List.of());
            assertThat(albums().exclude(nothing).count()).isEqualTo(3);
            assertThat(albums().filter(nothing.not(), Q.of("stock", 0)).count()).isEqualTo(1);
        });
    }

    @Test
    void updatesRowsThatAnAggregateChooses() {
        shop.run(() ->
                assertThat(
                                albums().annotate("n", F.aggregate("count", "tracks"))
                                        .filter("n", 0)
                                        .update(Map.of("stock", 50)))
                        .isEqualTo(1));
    }

    @Test
    void readsRawSqlIntoEntitiesAndMaps() {
        shop.run(() -> {
            var found =
                    Raw.entities(
                            Album.class,
                            "SELECT id, title AS t, stock * 2 AS twice FROM shop_album"
                                    + " WHERE stock > ? ORDER BY id",
                            1);
            Album first = found.translated(Map.of("t", "title")).list().getFirst();
            assertThat(first.title).isEqualTo("Djangology");
            assertThat(((Number) first.annotation("twice")).intValue()).isEqualTo(6);
            assertThat(Albums.stock.of(first)).isEqualTo(3);
            assertThat(
                            Raw.rows(
                                            "SELECT count(*) AS n FROM shop_album WHERE title LIKE ?",
                                            "D%")
                                    .list())
                    .singleElement()
                    .satisfies(row -> assertThat(((Number) row.get("n")).intValue()).isEqualTo(1));
        });
    }
}
