package dev.quintet.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The models and queries that Quintet is made for compile without a warning, and their wrong
/// neighbours do not compile at all.
class NorthStarTest {

    private static final String[] MODELS = {
        """
        package records.catalog;
        import static dev.quintet.orm.Expressions.*;
        import static dev.quintet.orm.OnDelete.*;
        import dev.quintet.orm.*;
        import java.math.BigDecimal;
        import java.time.LocalDate;
        import org.jspecify.annotations.Nullable;

        /// A record that the shop sells.
        @Meta(ordering = "-released", indexes = @Index(fields = {"format", "released"}))
        public class Album extends Model {
            @Field(maxLength = 200)           public String title;
            @Field(unique = true)             public Slug slug;
            @Field(digits = 8, decimals = 2)  public BigDecimal price;
            @Field(digits = 8, decimals = 2)  public BigDecimal listPrice;
            public int stock;
            public Format format = Format.LP;
            public @Nullable LocalDate released;
            public final ForeignKey<Artist> artist = foreignKey(CASCADE);
            public final ManyToMany<Genre> genres = manyToMany();
            public final Related<Track> tracks = related();

            public Album() {}

            @Scope static QuerySet<Album> latest(QuerySet<Album> albums) {
                return albums.filter(Albums.released.lte(today())).orderBy(Albums.released.desc()).limit(20);
            }

            public boolean isNew() {
                return released != null && released.isAfter(LocalDate.now().minusMonths(3));
            }
        }
        """,
        """
        package records.catalog;
        import static dev.quintet.orm.OnDelete.*;
        import dev.quintet.orm.*;
        public class Artist extends Model {
            @Field(maxLength = 100) public String name;
            public final ForeignKey<Country> country = foreignKey(CASCADE);
            public final Related<Album> albums = related();
            public Artist() {}
        }
        """,
        """
        package records.catalog;
        import dev.quintet.orm.*;
        public class Country extends Model {
            public String name;
            public final Related<Artist> artists = related();
            public Country() {}
        }
        """,
        """
        package records.catalog;
        import static dev.quintet.orm.OnDelete.*;
        import dev.quintet.orm.*;
        public class Track extends Model {
            public String title;
            public final ForeignKey<Album> album = foreignKey(CASCADE);
            public final Related<Sale> sales = related();
            public Track() {}
        }
        """,
        """
        package records.catalog;
        import static dev.quintet.orm.OnDelete.*;
        import dev.quintet.orm.*;
        public class Sale extends Model {
            @Field(digits = 8, decimals = 2) public java.math.BigDecimal total;
            public final ForeignKey<Track> track = foreignKey(CASCADE);
            public Sale() {}
        }
        """,
        """
        package records.catalog;
        import dev.quintet.orm.*;
        public class Genre extends Model {
            public String name;
            @ReverseOf("genres") public final ManyToMany<Album> albums = manyToMany();
            public Genre() {}
        }
        """,
        """
        package records.catalog;
        public enum Format { LP, CASSETTE }
        """,
        """
        package records.catalog;
        import static dev.quintet.orm.OnDelete.*;
        import dev.quintet.orm.*;
        public class Odd extends Model {
            public String filter, all, objects, get, select, Path, asc, isNull, steps, it, row, field, R;
            public int count;
            public final ForeignKey<Artist> exclude = foreignKey(CASCADE);
            public final ForeignKey<Album> update = foreignKey(CASCADE);
            public final ForeignKey<Odd> instance = foreignKey(CASCADE);
            @Field(column = "class") public String class_;
            public Odd() {}
        }
        """,
        """
        package records.catalog;
        import dev.quintet.orm.*;
        @Meta(catalog = "NewsItems") public class News extends Model { public String news; public News() {} }
        """,
        """
        package records.catalog;
        import static dev.quintet.orm.OnDelete.*;
        import dev.quintet.orm.*;
        public class Order extends Model {
            public String transaction_;
            public final ForeignKey<Transaction> transaction = foreignKey(CASCADE);
            public final ForeignKey<Condition> condition = foreignKey(SET_NULL);
            public Order() {}
        }
        """,
        """
        package records.catalog;
        import dev.quintet.orm.*;
        public class Transaction extends Model {
            @Field(digits = 8, decimals = 2) public java.math.BigDecimal amount;
            public Transaction() {}
        }
        """,
        """
        package records.catalog;
        public class Condition extends dev.quintet.orm.Model { public String List, text; public Condition() {} }
        """
                .replace("List, ", ""),
        """
        package records.catalog;
        public class Path extends dev.quintet.orm.Model { public String text; public Path() {} }
        """,
    };

    @TempDir static Path output;

    private static Compilation models;

    @BeforeAll
    static void compileModels() {
        models = Compilation.of(output, MODELS);
    }

    @Test
    void modelsCompileWithoutAWarning() {
        assertThat(models.messages()).isEmpty();
    }

    @Test
    void queriesCompile() {
        var queries =
                use(
                        """
                        var latest = Albums.filter(Albums.released.lte(today()), Albums.artist.name.icontains("reinhardt"))
                                .exclude(Albums.format.eq(Format.CASSETTE))
                                .orderBy(Albums.released.desc().nullsLast(), Albums.title.asc())
                                .selectRelated(Albums.artist)
                                .prefetchRelated(Albums.genres)
                                .limit(20);
                        for (Album album : latest) { album.artist.id(); }
                        Albums.filter(Albums.price.lt(Albums.listPrice).or(Albums.title.startsWith("Live").not()));
                        Albums.filter(Albums.artist.country().name.eq("France")).update(Albums.stock.set(Albums.stock.minus(1)));
                        Albums.filter(Albums.genres.albums().artist().albums().genres().name.eq("x"));
                        var revenue = sum(Artists.albums.tracks().sales().total).filter(Artists.albums.tracks().sales().total.gt(0));
                        List<ArtistSales> sales = Artists.filter(revenue.gt(100)).orderBy(revenue.desc())
                                .select(ArtistSales::new, Artists.name, count(Artists.albums), revenue).list();
                        Artists.annotate("revenue", revenue);
                        Artists.filter(exists(Albums.filter(Albums.price.gt(20)).on(Albums.artist.id, Artists.id)));
                        Artists.filter(exists(Albums.filter(Albums.artist.id.eq(outer(Artists.id)), Albums.price.gt(20))));
                        Artists.filter(exists(Albums.all().on(Albums.artist.id, Artists.id)).not().or(Artists.name.eq("x")));
                        Album album = Albums.get(Albums.slug.eq("djangology"));
                        Optional<Album> maybe = Albums.filter(Albums.id.eq(3), Albums.id.in(1, 2, 3), Albums.title.in("a", "b"), Albums.format.in(Format.LP, Format.CASSETTE)).first();
                        album.price = new BigDecimal("12.50");
                        Albums.latest(); Albums.filter(Albums.stock.gt(0)).then(Use::cheap).limit(3);
                        Albums.filter(Albums.stock.gt(1L), Albums.stock.eq(1), Albums.id.eq(1), Albums.id.eq(Long.valueOf(3)));
                        Albums.filter();
                        Albums.filter(Albums.artist.eq(new Artist()), Albums.artist.id.in(Artists.all().select(Artists.id)));
                        Odds.filter(Odds.filter.eq("a"), Odds.all.eq("b"), Odds.objects.eq("c"), Odds.get.eq("d"), Odds.exclude.name.eq("e"), Odds.update.artist().country().name.eq("f"), Odds.Path.eq("g"), Odds.asc.eq("h"), Odds.class_.eq("i"), Odds.instance.instance().count.eq(2)).exclude(Odds.count.gt(3)).update(Odds.count.set(0));
                        NewsItems.filter(NewsItems.news.eq("x")); Orders.filter(Orders.transaction.amount.gt(5)); Orders.filter(Orders.condition.text.eq("x"));
                        Artists.filter(count(Artists.albums).gt(3), Artists.albums.price.times(Artists.albums.stock).gt(100));
                        Condition<Album> both = Albums.title.eq("x").and(Albums.artist.country().name.eq("y"));
                        """);

        assertThat(queries.messages()).isEmpty();
    }

    /// Each wrong line, and javac's code for its reason.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cant.apply.symbol | Albums.filter(Artists.name.eq("x"));
                    cant.resolve.location | Albums.filter(Albums.titel.eq("x"));
                    cant.resolve.location | Albums.filter(Albums.artist.nme.eq("x"));
                    cant.apply.symbols | Albums.filter(Albums.title.eq(3));
                    cant.apply.symbols | Albums.filter(Albums.price.gt("20"));
                    cant.apply.symbols | Albums.filter(Albums.format.eq("LP"));
                    cant.apply.symbols | Albums.filter(Albums.released.lte(java.time.Instant.now()));
                    cant.apply.symbol | Albums.filter(Albums.title.eq("x").and(Artists.name.eq("y")));
                    cant.apply.symbol | Albums.filter(Albums.title.eq("x").or(Artists.name.eq("y").not()));
                    cant.apply.symbols | Albums.filter(Albums.price.lt(Artists.albums.price));
                    cant.apply.symbols | Albums.all().update(Albums.stock.set("1"));
                    cant.apply.symbol | Albums.all().update(Artists.name.set("1"));
                    cant.apply.symbols | Albums.all().orderBy(Artists.name.asc());
                    cant.apply.symbol | Albums.all().selectRelated(Albums.title);
                    cant.apply.symbol | Albums.all().selectRelated(Artists.country);
                    cant.apply.symbols | Artists.all().select(Sales3::new, Artists.name, Artists.name, sum(Artists.albums.price));
                    cant.apply.symbols | Artists.all().select(Sales3::new, Artists.name, count(Artists.albums));
                    cant.apply.symbols | Artists.all().select(IntRow::new, Artists.name, count(Artists.albums));
                    cant.apply.symbols | Artists.all().select(Sales3::new, Albums.title, count(Artists.albums), sum(Artists.albums.price));
                    cant.apply.symbols | List<Two> l = Artists.all().select(Two::new, Artists.name, count(Artists.albums), sum(Artists.albums.price)).list();
                    cant.apply.symbols | Artists.filter(exists(Albums.filter(Albums.artist.id.eq(outer(Artists.name)))));
                    cant.apply.symbol | Artists.filter(exists(Albums.all().on(Albums.artist.id, Genres.id)));
                    cant.apply.symbol | Artists.filter(exists(Albums.all().on(Albums.artist.id, Artists.name)));
                    cant.apply.symbols | Albums.filter(Albums.artist.eq(new Album()));
                    ref.ambiguous | Albums.filter(Albums.released.eq(null));
                    ref.ambiguous | Albums.filter(Albums.released.lt(null));
                    prob.found.req | String s = new Artist().annotation(sum(Artists.albums.price));
                    cant.apply.symbol | sum(Albums.title);
                    cant.apply.symbols | sum(Albums.stock.minus(Albums.released));
                    cant.apply.symbol | Artists.filter(exists(Albums.all().on(Albums.artist.id, Artists.id)).and(Albums.title.eq("x")));
                    prob.found.req | var rows = Artists.all().select((n, k) -> n + k, Artists.name, count(Artists.albums)).list(); Integer s = rows.get(0);
                    cant.resolve.location | Albums.filter(Albums.artist.artist.name.eq("x"));
                    cant.apply.symbol | Albums.latest(3);
                    report.access | new Albums();
                    cant.assign.val.to.var | Albums.id = null;
                    cant.assign.val.to.var | new Album().artist = null;
                    prob.found.req | new Album().artist.set(new Album());
                    """)
    void refuses(String reason, String line) {
        assertThat(use(line).messages())
                .first(InstanceOfAssertFactories.STRING)
                .startsWith("Use.java:25 compiler.err." + reason);
    }

    private static Compilation use(String lines) {
        return Compilation.of(
                output.resolve("."),
                """
                package records.pages;
                import static dev.quintet.orm.Expressions.*;
                import static dev.quintet.orm.OnDelete.*;
                import dev.quintet.orm.*;
                import java.math.BigDecimal;
                import java.util.*;
                import org.jspecify.annotations.Nullable;
                import records.catalog.Album;
                import records.catalog.Albums;
                import records.catalog.Artist;
                import records.catalog.Artists;
                import records.catalog.Format;
                import records.catalog.Genres;
                import records.catalog.NewsItems;
                import records.catalog.Odds;
                import records.catalog.Orders;
                import records.catalog.Tracks;
                final class Use {
                    record ArtistSales(String name, long albums, @Nullable BigDecimal revenue) {}
                    record Two(String name, long albums) {}
                    record Sales3(String name, long albums, BigDecimal revenue) {}
                    record IntRow(String name, int albums) {}
                    static QuerySet<Album> cheap(QuerySet<Album> q) { return q.filter(Albums.price.lt(5)); }
                    void use() {
                """
                        + lines
                        + "\n}\n}\n");
    }
}
