package dev.quintet.orm;

import static dev.quintet.orm.Expressions.avg;
import static dev.quintet.orm.Expressions.count;
import static dev.quintet.orm.Expressions.exists;
import static dev.quintet.orm.Expressions.max;
import static dev.quintet.orm.Expressions.not;
import static dev.quintet.orm.Expressions.outer;
import static dev.quintet.orm.Expressions.subquery;
import static dev.quintet.orm.Expressions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Albums;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import dev.quintet.orm.shop.Format;
import dev.quintet.orm.shop.Genre;
import dev.quintet.orm.shop.Genres;
import dev.quintet.orm.shop.Track;
import dev.quintet.orm.shop.Tracks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// What a QuerySet answers, on every database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class QuerySetTest {

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
            Album djangology =
                    givenAlbum(django, "Djangology", "12.50", 3, LocalDate.of(1949, 1, 1));
            givenAlbum(django, "Live at 100%", "20.00", 0, LocalDate.of(1951, 6, 1));
            givenAlbum(stephane, "Uptown_Dance", "9.99", 7, null);
            givenTrack(djangology, "Minor Swing", Duration.ofSeconds(195));
            givenTrack(djangology, "Nuages", Duration.ofMillis(198_500));
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

    private static Track givenTrack(Album album, String title, Duration length) {
        var track = new Track();
        track.title = title;
        track.length = length;
        track.album.set(album);
        track.save();
        return track;
    }

    private static List<String> titles(Iterable<Album> albums) {
        List<String> titles = new java.util.ArrayList<>();
        albums.forEach(album -> titles.add(album.title));
        return titles;
    }

    @Test
    void givesBackWhatWasSaved() {
        shop.run(() -> {
            Album album = Albums.get(Albums.title.eq("Djangology"));

            assertThat(album.price).isEqualByComparingTo("12.50");
            assertThat(album.slug).isEqualTo(new Slug("djangology"));
            assertThat(album.released).isEqualTo(LocalDate.of(1949, 1, 1));
            assertThat(album.format).isEqualTo(Format.LP);
            assertThat(album.stock).isEqualTo(3);
            assertThat(album.artist.id()).isEqualTo(django.id);
            assertThat(Tracks.get(Tracks.title.eq("Nuages")).length)
                    .isEqualTo(Duration.ofMillis(198_500));
        });
    }

    @Test
    void sendsNothingUntilRowsAreAskedFor() {
        var sent =
                shop.statementsOf(() ->
                        Albums.filter(Albums.stock.gt(1))
                                .exclude(Albums.title.eq("x"))
                                .orderBy(Albums.title.asc())
                                .limit(5));

        assertThat(sent).isEmpty();
    }

    @Test
    void sendsOneStatementHoweverOftenItIsWalked() {
        var sent =
                shop.statementsOf(() -> {
                    QuerySet<Album> albums = Albums.all();
                    albums.forEach(album -> {});
                    albums.forEach(album -> {});
                    assertThat(albums.count()).isEqualTo(3);
                });

        assertThat(sent).hasSize(1);
    }

    @Test
    void comesInTheOrderThatTheModelNames() {
        shop.run(() ->
                assertThat(titles(Albums.filter(Albums.released.isNotNull())))
                        .containsExactly("Live at 100%", "Djangology"));
    }

    @Test
    void takesPercentAndUnderscoreByTheLetter() {
        shop.run(() -> {
            assertThat(titles(Albums.filter(Albums.title.contains("100%"))))
                    .containsExactly("Live at 100%");
            assertThat(titles(Albums.filter(Albums.title.icontains("n_D"))))
                    .containsExactly("Uptown_Dance");
            assertThat(titles(Albums.filter(Albums.title.startsWith("%")))).isEmpty();
        });
    }

    @Test
    void tellsCaseApartUnlessAskedNotTo() {
        shop.run(() -> {
            assertThat(titles(Albums.filter(Albums.title.startsWith("django")))).isEmpty();
            assertThat(titles(Albums.filter(Albums.title.istartsWith("django"))))
                    .containsExactly("Djangology");
            assertThat(titles(Albums.filter(Albums.title.endsWith("Dance"))))
                    .containsExactly("Uptown_Dance");
            assertThat(titles(Albums.filter(Albums.title.iexact("DJANGOLOGY"))))
                    .containsExactly("Djangology");
        });
    }

    @Test
    void followsRelationsBothWays() {
        shop.run(() -> {
            assertThat(titles(Albums.filter(Albums.artist.name.icontains("reinhardt")))).hasSize(2);
            assertThat(titles(Albums.filter(Albums.tracks.title.eq("Nuages"))))
                    .containsExactly("Djangology");
            assertThat(Artists.filter(Artists.albums.tracks().title.eq("Nuages")).list())
                    .containsExactly(django);
            assertThat(titles(Albums.filter(Albums.artist.eq(stephane))))
                    .containsExactly("Uptown_Dance");
        });
    }

    @Test
    void speaksOfTheSameRowInOneCallAndOfAnyInTwo() {
        shop.run(() -> {
            var both =
                    Artists.filter(
                            Artists.albums.title.eq("Djangology"), Artists.albums.stock.eq(0));
            var either =
                    Artists.filter(Artists.albums.title.eq("Djangology"))
                            .filter(Artists.albums.stock.eq(0));

            assertThat(both.list()).isEmpty();
            assertThat(either.list()).containsExactly(django);
        });
    }

    @Test
    void excludesWithoutLosingRowsThatHaveNoValue() {
        shop.run(() ->
                assertThat(titles(Albums.exclude(Albums.released.eq(LocalDate.of(1949, 1, 1)))))
                        .containsExactlyInAnyOrder("Live at 100%", "Uptown_Dance"));
    }

    @Test
    void excludesByManyRowsWhenAnyOfThemMatches() {
        shop.run(() -> {
            assertThat(Artists.exclude(Artists.albums.title.eq("Djangology")).list())
                    .containsExactly(stephane);
            assertThat(titles(Albums.exclude(Albums.tracks.title.eq("Nuages"))))
                    .containsExactlyInAnyOrder("Live at 100%", "Uptown_Dance");
        });
    }

    @Test
    void combinesConditionsWithTheirParentheses() {
        shop.run(() -> {
            var cheapOrLive =
                    Albums.price.lt(new BigDecimal("10")).or(Albums.title.startsWith("Live"));

            assertThat(titles(Albums.filter(cheapOrLive, Albums.stock.gt(0))))
                    .containsExactly("Uptown_Dance");
            assertThat(titles(Albums.filter(not(cheapOrLive)))).containsExactly("Djangology");
        });
    }

    @Test
    void asksForNothingWhenAListIsEmpty() {
        shop.run(() -> {
            assertThat(Albums.filter(Albums.id.in(List.of())).list()).isEmpty();
            assertThat(Albums.exclude(Albums.id.in(List.of())).count()).isEqualTo(3);
        });
    }

    @Test
    void takesTenThousandKeys() {
        shop.run(() -> {
            long last = Albums.all().orderBy(Albums.id.desc()).first().orElseThrow().id;
            var keys = java.util.stream.LongStream.rangeClosed(last - 9_999, last).boxed().toList();

            assertThat(Albums.filter(Albums.id.in(keys)).count()).isEqualTo(3);
        });
    }

    @Test
    void cutsAPage() {
        var sent =
                shop.statementsOf(() ->
                        assertThat(
                                        titles(
                                                Albums.all()
                                                        .orderBy(Albums.title.asc())
                                                        .offset(1)
                                                        .limit(1)))
                                .containsExactly("Live at 100%"));

        assertThat(sent).singleElement().asString().contains("LIMIT ? OFFSET ?");
    }

    @Test
    void refusesToFilterASlice() {
        shop.run(() ->
                assertThatThrownBy(() -> Albums.all().limit(2).filter(Albums.stock.eq(1)))
                        .isInstanceOf(QueryException.class)
                        .hasMessageContaining("A slice cannot be filtered"));
    }

    @Test
    void findsOneOrSaysWhatItFound() {
        shop.run(() -> {
            assertThatThrownBy(() -> Albums.get(Albums.title.eq("x")))
                    .isInstanceOf(DoesNotExist.class)
                    .hasMessageContaining("No Album meets these conditions");
            assertThatThrownBy(() -> Albums.get(Albums.artist.eq(django)))
                    .isInstanceOf(MultipleObjectsReturned.class);
            assertThat(Albums.filter(Albums.title.eq("x")).first()).isEmpty();
            assertThat(Artists.all().first()).contains(django);
            assertThat(Artists.all().last()).contains(stephane);
        });
    }

    @Test
    void countsAndTellsWhetherWithoutLoading() {
        var sent =
                shop.statementsOf(() -> {
                    assertThat(Albums.filter(Albums.stock.gt(0)).count()).isEqualTo(2);
                    assertThat(Albums.filter(Albums.stock.gt(0)).exists()).isTrue();
                    assertThat(Albums.all().limit(2).count()).isEqualTo(2);
                });

        assertThat(sent.getFirst()).startsWith("SELECT COUNT(*) FROM");
        assertThat(sent.get(1)).startsWith("SELECT 1 AS one").endsWith("LIMIT 1");
    }

    @Test
    void countsRowsThatAreSummedUpAndLoadedAlong() {
        shop.run(() -> {
            QuerySet<Album> albums =
                    Albums.all()
                            .selectRelated(Albums.artist)
                            .annotate("trackCount", Expressions.count(Albums.tracks))
                            .orderBy(Albums.artist.name.asc());
            assertThat(albums.count()).isEqualTo(3);
            assertThat(albums.filter(Expressions.count(Albums.tracks).gt(1000)).count()).isZero();
        });
    }

    @Test
    void givesTemplatesARowByItsNumber() {
        shop.run(() -> {
            QuerySet<Album> albums = Albums.orderBy(Albums.id.asc());
            assertThat(albums.templateAttribute("0")).isEqualTo(albums.list().getFirst());
            assertThat(albums.templateAttribute("3")).isNull();
            assertThat(albums.templateAttribute("first"))
                    .isEqualTo(dev.quintet.kernel.template.TemplateObject.UNKNOWN);
        });
    }

    @Test
    void comparesColumnsWithEachOther() {
        shop.run(() ->
                assertThat(titles(Albums.filter(Albums.stock.times(4).gt(Albums.stock.plus(10)))))
                        .containsExactly("Uptown_Dance"));
    }

    @Test
    void changesRowsInTheDatabase() {
        shop.run(() -> {
            int changed =
                    Albums.filter(Albums.artist.name.startsWith("Django"))
                            .update(
                                    Albums.stock.set(Albums.stock.plus(10)),
                                    Albums.released.setNull());

            assertThat(changed).isEqualTo(2);
            assertThat(Albums.get(Albums.title.eq("Djangology")).stock).isEqualTo(13);
            assertThat(Albums.filter(Albums.released.isNull()).count()).isEqualTo(3);
        });
    }

    @Test
    void selectsColumnsIntoRecords() {
        record Line(String title, String artist, @Nullable LocalDate released) {}
        var sent =
                shop.statementsOf(() ->
                        assertThat(
                                        Albums.all()
                                                .orderBy(Albums.title.asc())
                                                .select(
                                                        Line::new,
                                                        Albums.title,
                                                        Albums.artist.name,
                                                        Albums.released)
                                                .list())
                                .contains(new Line("Uptown_Dance", "Stéphane Grappelli", null))
                                .hasSize(3));

        assertThat(sent).singleElement().asString().doesNotContain("price");
    }

    @Test
    void selectsOneColumnWithItsNulls() {
        shop.run(() ->
                assertThat(
                                Albums.all()
                                        .orderBy(Albums.released.asc().nullsLast())
                                        .select(Albums.released)
                                        .list())
                        .hasSize(3)
                        .endsWith((LocalDate) null));
    }

    @Test
    void groupsAndFiltersGroups() {
        record Sales(String artist, long albums, @Nullable BigDecimal dearest) {}
        shop.run(() -> {
            var dearest = max(Artists.albums.price);
            List<Sales> sales =
                    Artists.filter(count(Artists.albums).gt(1))
                            .orderBy(dearest.desc())
                            .select(Sales::new, Artists.name, count(Artists.albums), dearest)
                            .list();

            assertThat(sales).hasSize(1);
            assertThat(sales.getFirst().albums()).isEqualTo(2);
            assertThat(sales.getFirst().dearest()).isEqualByComparingTo("20");
        });
    }

    @Test
    void annotatesEntities() {
        shop.run(() -> {
            var cheap = count(Artists.albums).filter(Artists.albums.price.lt(15));
            Artist first =
                    Artists.annotate("cheap", cheap)
                            .orderBy(Artists.name.asc())
                            .first()
                            .orElseThrow();

            assertThat(first.annotation(cheap)).isEqualTo(1L);
            assertThatThrownBy(() -> first.annotation(count(Artists.albums)))
                    .isInstanceOf(NotAnnotatedException.class)
                    .hasMessageContaining("Its annotations are: cheap");
        });
    }

    @Test
    void addsAmountsAsTheyAreWritten() {
        shop.run(() -> {
            Albums.all().update(Albums.price.set(new BigDecimal("0.99")));

            assertThat(Albums.all().aggregate(sum(Albums.price))).isEqualTo(new BigDecimal("2.97"));
        });
    }

    @Test
    void makesOneValueOfAllRows() {
        shop.run(() -> {
            assertThat(Albums.all().aggregate(sum(Albums.stock))).isEqualTo(10);
            assertThat(Albums.all().aggregate(avg(Albums.stock))).isBetween(3.3, 3.4);
            assertThat(Albums.filter(Albums.title.eq("x")).aggregate(sum(Albums.stock))).isNull();
        });
    }

    @Test
    void asksOtherTablesBySubquery() {
        shop.run(() -> {
            var dear = Albums.filter(Albums.price.gt(15));

            assertThat(
                            Artists.filter(
                                            exists(
                                                    dear.filter(
                                                            Albums.artist.id.eq(
                                                                    outer(Artists.id)))))
                                    .list())
                    .containsExactly(django);
            assertThat(Artists.filter(exists(dear.on(Albums.artist.id, Artists.id)).not()).list())
                    .containsExactly(stephane);
            assertThat(Artists.filter(Artists.id.in(dear.select(Albums.artist.id))).list())
                    .containsExactly(django);
            var newest =
                    Albums.all()
                            .orderBy(Albums.released.desc().nullsLast())
                            .on(Albums.artist.id, Artists.id);
            assertThat(
                            Artists.all()
                                    .orderBy(Artists.id.asc())
                                    .select(subquery(newest, Albums.title))
                                    .list())
                    .containsExactly("Live at 100%", "Uptown_Dance");
        });
    }

    @Test
    void sortsRowsWithoutAValueWhereItIsTold() {
        shop.run(() -> {
            assertThat(titles(Albums.all().orderBy(Albums.released.asc().nullsLast())))
                    .endsWith("Uptown_Dance");
            assertThat(titles(Albums.all().orderBy(Albums.released.desc().nullsFirst())))
                    .startsWith("Uptown_Dance");
        });
    }

    @Test
    void joinsOneRowAndPrefetchesMany() {
        var sent =
                shop.statementsOf(() -> {
                    for (Album album :
                            Albums.selectRelated(Albums.artist).prefetchRelated(Albums.tracks)) {
                        assertThat(album.artist.isLoaded()).isTrue();
                        album.artist.get();
                        album.tracks.list();
                    }
                });

        assertThat(sent).hasSize(2);
    }

    @Test
    void asksForPrefetchedRowsOnceHoweverTheyAreWalkedOver() {
        var sent =
                shop.statementsOf(() -> {
                    for (Album album : Albums.all().prefetchRelated(Albums.tracks)) {
                        assertThat(album.tracks.all()).hasSameElementsAs(album.tracks.list());
                        assertThat(album.tracks.all().count())
                                .isEqualTo(album.tracks.list().size());
                    }
                });

        assertThat(sent).hasSize(2);
    }

    @Test
    void loadsATouchedRelationForAllRowsOfTheResult() {
        var sent =
                shop.statementsOf(() -> {
                    for (Album album : Albums.all()) {
                        assertThat(album.artist.get().name).isNotEmpty();
                        album.tracks.forEach(
                                track -> assertThat(track.album.get()).isSameAs(album));
                    }
                });

        assertThat(sent).hasSize(3);
    }

    @Test
    void loadsRowByRowOrRefusesWhenAskedTo() {
        var sent =
                shop.statementsOf(() ->
                        Albums.all().fetchMode(FetchMode.ONE).forEach(album -> album.artist.get()));
        assertThat(sent).hasSize(4);

        shop.run(() -> {
            Album album = Albums.all().fetchMode(FetchMode.RAISE).first().orElseThrow();

            assertThatThrownBy(album.artist::get)
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("Album.artist was touched, but not loaded");
        });
    }

    @Test
    void tiesManyToManyRowsFromBothSides() {
        shop.run(() -> {
            Album album = Albums.get(Albums.title.eq("Djangology"));
            var swing = new Genre();
            swing.name = "Swing";
            swing.save();
            var jazz = new Genre();
            jazz.name = "Jazz";
            jazz.save();

            album.genres.add(swing, jazz);
            album.genres.add(swing);

            assertThat(album.genres.list()).containsExactlyInAnyOrder(swing, jazz);
            assertThat(titles(Albums.filter(Albums.genres.name.eq("Swing"))))
                    .containsExactly("Djangology");
            assertThat(titles(Genres.get(Genres.name.eq("Jazz")).albums))
                    .containsExactly("Djangology");
            album.genres.set(List.of(jazz));
            assertThat(album.genres.all().list()).containsExactly(jazz);
            album.genres.clear();
            assertThat(album.genres.count()).isZero();
        });
    }

    @Test
    void readsFromTheCursorRowByRow() {
        shop.run(() -> {
            for (int i = 0; i < 1_200; i++) {
                givenArtist("Artist " + i);
            }
            try (var artists = Artists.all().orderBy(Artists.id.asc()).stream()) {
                assertThat(artists.count()).isEqualTo(1_202);
            }
            try (var artists = Artists.all().stream()) {
                assertThat(artists.limit(3).toList()).hasSize(3);
            }
        });
    }

    @Test
    void takesNamesForWhatIsNotKnownBeforehand() {
        shop.run(() -> {
            assertThat(titles(Albums.all().filter("artist__name__icontains", "grappelli")))
                    .containsExactly("Uptown_Dance");
            assertThat(titles(Albums.all().filter("released", null)))
                    .containsExactly("Uptown_Dance");
            assertThat(titles(Albums.all().orderBy("-price").limit(1)))
                    .containsExactly("Live at 100%");
            assertThatThrownBy(() -> Albums.all().filter("artst__name", "x"))
                    .isInstanceOf(UnknownFieldException.class)
                    .hasMessageContaining("Album has no field 'artst'")
                    .hasMessageContaining("Did you mean 'artist'?");
            assertThatThrownBy(() -> Albums.all().orderBy("title; DROP TABLE shop_album"))
                    .isInstanceOf(UnknownFieldException.class);
            assertThatThrownBy(() -> Albums.all().filter("title__nope", "x"))
                    .hasMessageContaining("There is no lookup 'nope'");
        });
    }

    @Test
    void neverSplicesAValueIntoSql() {
        String hostile = "x'); DROP TABLE shop_album; --\\%_\"`?";
        var sent =
                shop.statementsOf(() -> {
                    assertThat(Albums.filter(Albums.title.icontains(hostile)).list()).isEmpty();
                    assertThat(Albums.all().filter("title__endswith", hostile).exists()).isFalse();
                });

        assertThat(sent).hasSize(2).noneMatch(sql -> sql.contains("DROP"));
    }
}
