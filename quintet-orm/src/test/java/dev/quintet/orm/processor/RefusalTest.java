package dev.quintet.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be a model is refused at the user's own line, with what to do about it.
class RefusalTest {

    private static final String OTHERS =
            """
            package shop;
            import dev.quintet.orm.*;
            import static dev.quintet.orm.OnDelete.*;
            import org.jspecify.annotations.Nullable;
            class Others {
                static class Artist extends Model {
                    String name;
                    final ForeignKey<@Nullable Thing> favourite = foreignKey(SET_NULL);
                    final ForeignKey<@Nullable Thing> latest = foreignKey(SET_NULL);
                }
                static class Label extends Model { final ForeignKey<Thing> flagship = foreignKey(CASCADE); }
                static class Sleeve extends Model { final OneToOne<Thing> thing = oneToOne(CASCADE); }
                static class Shop extends Model { final ManyToMany<Thing> things = manyToMany(); }
                static class Pair extends Entity { @Id long left; @Id long right; }
                static class Plain {}
                abstract static class Stamped extends Model { String stamp; }
            }
            """;

    @TempDir Path output;

    @Test
    void compilesTheModelThatTheWrongLinesAreLaidInto() {
        assertThat(withField("String good;").messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    E005 | Rename it, or extend Entity              | public String id;
                    E006 | Remove 'private'                         | private String name;
                    E007 | Remove 'final'                           | public final String name = "x";
                    E008 | Declare it 'public final'                | public ForeignKey<Others.Artist> artist = foreignKey(CASCADE);
                    E009 | Declare it as double.                    | public float weight;
                    E009 | LocalDate                                | public java.util.Locale locale;
                    E009 | LocalDate                                | public java.util.Set<String> tags;
                    E009 | Instant                                  | public java.time.ZonedDateTime when;
                    E010 | digits = 8, decimals = 2                 | public java.math.BigDecimal price;
                    E010 | digits counts all                        | @Field(digits = 2, decimals = 3) public java.math.BigDecimal price;
                    E011 | it is for String, Slug                   | @Field(maxLength = 3) public int stock;
                    E011 | it is for BigDecimal                     | @Field(digits = 3) public String stock;
                    E011 | Leave it out                             | @Field(maxLength = 3) public final ManyToMany<Others.Artist> artists = manyToMany();
                    E011 | it is for StoredFile                     | @Field(storage = "private") public String note;
                    E050 | Only pictures have a width               | @Field(size = {"w", "h"}) public StoredFile a; public int w; public int h;
                    E050 | size names two fields                    | @Field(image = true, size = "w") public StoredFile a; public int w;
                    E051 | public @Nullable Integer h               | @Field(image = true, size = {"w", "h"}) public StoredFile a; public int w;
                    E051 | public @Nullable Integer h               | @Field(image = true, size = {"w", "h"}) public StoredFile a; public int w; public String h;
                    E052 | implements UploadTo<Thing>               | static class P implements UploadTo<Others.Artist> { public String path(Others.Artist a, String n) { return n; } } @Field(uploadBy = P.class) public StoredFile a;
                    E052 | implements UploadTo<Thing>               | static class P implements UploadTo<Thing> { P(int n) {} public String path(Thing a, String n) { return n; } } @Field(uploadBy = P.class) public StoredFile a;
                    E060 | implements LimitTo<Artist>               | static class L implements LimitTo<Others.Label> { public QuerySet<Others.Label> among(QuerySet<Others.Label> all) { return all; } } @Field(limitTo = L.class) public final ForeignKey<Others.Artist> artist = foreignKey(CASCADE);
                    E060 | implements LimitTo<Artist>               | static class L implements LimitTo<Others.Artist> { L(int n) {} public QuerySet<Others.Artist> among(QuerySet<Others.Artist> all) { return all; } } @Field(limitTo = L.class) public final ForeignKey<Others.Artist> artist = foreignKey(CASCADE);
                    E011 | it is for relations                      | @Field(limitTo = LimitTo.None.class) public String note;
                    E059 | Name one for each                        | @Field(columns = {"a", "b", "c"}) public final ForeignKey<Others.Pair> pair = foreignKey(CASCADE);
                    E059 | Say column                               | @Field(columns = "a") public final ForeignKey<Others.Artist> artist = foreignKey(CASCADE);
                    E012 | maxLength = 8                            | enum Format { LP, CASSETTE } @Field(maxLength = 4) Format format;
                    E013 | Declare it as long, int or short         | @Id(generated = true) public String code;
                    E014 | Plain is no model                        | final ForeignKey<Others.Plain> plain = null;
                    E014 | Stamped is abstract                      | final ForeignKey<Others.Stamped> stamped = foreignKey(CASCADE);
                    E057 | Declare a model between                  | final ManyToMany<Others.Pair> pairs = manyToMany();
                    E015 | Give Pair a field of type ForeignKey     | final Related<Others.Pair> pairs = related();
                    E015 | Declare it as RelatedOne<Sleeve>         | final Related<Others.Sleeve> sleeves = related();
                    E015 | Declare it as Related<Label>             | final RelatedOne<Others.Label> label = relatedOne();
                    E015 | @ReverseOf("things") ManyToMany<Shop>    | final Related<Others.Shop> shops = related();
                    E016 | @ReverseOf("favourite")                  | final Related<Others.Artist> fans = related();
                    E017 | Did you mean 'latest'?                   | @ReverseOf("lastest") final Related<Others.Artist> fans = related();
                    E017 | Those that do: things                    | @ReverseOf("stuff") final ManyToMany<Others.Shop> shops = manyToMany();
                    E018 | Rename it                                | final ForeignKey<Others.Artist> notify = foreignKey(CASCADE);
                    E018 | Rename it                                | final ForeignKey<Others.Artist> isNull = foreignKey(CASCADE);
                    E019 | would hide the class                     | public String FieldPath;
                    E020 | Give one of them another                 | String listPrice, list_price;
                    E025 | QuerySet<Thing> rows                     | @Scope QuerySet<Thing> some(QuerySet<Thing> rows) { return rows; }
                    E025 | is private                               | @Scope private static QuerySet<Thing> some(QuerySet<Thing> rows) { return rows; }
                    E025 | does not return                          | @Scope static void some(QuerySet<Thing> rows) {}
                    E025 | does not take                            | @Scope static QuerySet<Thing> some(String word) { return null; }
                    E026 | Every catalogue has a method             | @Scope static QuerySet<Thing> filter(QuerySet<Thing> rows) { return rows; }
                    E027 | '@Nullable Integer'                      | @MaybeNull.Nullable public int stock;
                    E027 | ForeignKey<@Nullable Artist>             | final @Nullable ForeignKey<Others.Artist> artist = foreignKey(CASCADE);
                    """)
    void refusesAField(String code, String said, String line) {
        assertThat(withField(line).messages())
                .anySatisfy(message ->
                        assertThat(message)
                                .startsWith("Thing.java:8 ")
                                .contains("[processor." + code + "]")
                                .contains(said)
                                .contains("fix:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    E001 | remove 'proxy'              | @Meta(proxy = true) class Thing extends Model {}
                    E031 | no field of that name       | class Thing extends Model { @Computed static Expression<Thing, String> name() { return null; } }
                    E031 | returns an Expression       | class Thing extends Model { String name; @DatabaseDefault static String name() { return ""; } }
                    E032 | List<Constraint<Thing>>     | class Thing extends Model { @Constraints static java.util.List<String> all() { return null; } }
                    E033 | unique fields are: id       | class Thing extends Model { @Field(to = "name") final ForeignKey<Others.Artist> artist = foreignKey(CASCADE); }
                    E034 | Add them, or name them      | class Thing extends Model { @Through(model = Others.Label.class) final ManyToMany<Others.Artist> artists = manyToMany(); }
                    E035 | Write that scope            | @Meta(defaultManager = "cheap") class Thing extends Model { String name; }
                    E040 | Name a field of type LocalDate | class Thing extends Model { @Field(uniqueForDate = "name") String slug; String name; }
                    E030 | Move it to Label            | @Meta(proxy = true) class Thing extends Others.Label { String more; }
                    E002 | type parameters             | class Thing<T> extends Model {}
                    E002 | inner class                 | class Thing { class Inner extends Model {} }
                    E002 | is private                  | class Thing { private static class Inner extends Model {} }
                    E003 | Add 'Thing() {}'            | class Thing extends Model { Thing(int size) {} }
                    E004 | mark a field with @Id       | class Thing extends Entity { String name; }
                    E058 | or make it abstract         | class Thing extends Others.Pair { String name; }
                    E013 | Remove 'generated'          | class Thing extends Entity { @Id(generated = true) long left; @Id long right; }
                    E021 | Did you mean 'name'?        | @Meta(ordering = {"name", "-nmae"}) class Thing extends Model { String name; }
                    E021 | Artist has no field 'nme'   | @Meta(ordering = "artist__nme") class Thing extends Model { final ForeignKey<Others.Artist> artist = foreignKey(CASCADE); }
                    E021 | Did you mean 'name'?        | @Meta(indexes = @Index(fields = "nam")) class Thing extends Model { String name; }
                    E021 | Its fields are: id, name    | @Meta(unique = @Unique(fields = "-name")) class Thing extends Model { String name; }
                    E022 | has no column               | @Meta(indexes = @Index(fields = "artists")) class Thing extends Model { final ManyToMany<Others.Artist> artists = manyToMany(); }
                    E023 | @Meta(catalog = "NewsRows") | class News extends Model {}
                    E023 | there is a class            | class Thing { static class Other extends Model {} }
                    E024 | @Meta(catalog = "ThingRows")| @Meta(catalog = "my things") class Thing extends Model {}
                    E025 | abstract model              | abstract class Thing extends Model { @Scope static QuerySet<Thing> some(QuerySet<Thing> rows) { return rows; } }
                    """)
    void refusesAModel(String code, String said, String line) {
        var source =
                "package shop;\nimport dev.quintet.orm.*;\nimport static dev.quintet.orm.OnDelete.*;\n"
                        + line;

        var compilation =
                Compilation.of(
                        output,
                        source,
                        OTHERS.replace("<Thing>", "<Label>")
                                .replace("<@Nullable Thing>", "<Label>"));

        assertThat(compilation.messages())
                .anySatisfy(message ->
                        assertThat(message)
                                .contains(".java:4 ")
                                .contains("[processor." + code + "]")
                                .contains(said));
    }

    @Test
    void refusesTwoCataloguesOfOneName() {
        var compilation =
                Compilation.of(
                        output,
                        """
                        package shop;
                        import dev.quintet.orm.*;
                        class Old { static class Item extends Model {} }
                        """,
                        """
                        package shop;
                        import dev.quintet.orm.*;
                        class New { static class Item extends Model {} }
                        """);

        assertThat(compilation.messages())
                .anySatisfy(message -> assertThat(message).contains("[processor.E028]"));
    }

    @Test
    void refusesTheFieldsOfAnAbstractModelOnce() {
        var compilation =
                Compilation.of(
                        output,
                        """
                        package shop;
                        import dev.quintet.orm.*;
                        class Things {
                            abstract static class Stamped extends Model {
                                float weight;
                            }
                            static class One extends Stamped {}
                            static class Two extends Stamped {}
                        }
                        """);

        assertThat(compilation.messages())
                .singleElement()
                .asString()
                .startsWith("Things.java:5 ")
                .contains("[processor.E009]");
    }

    private Compilation withField(String line) {
        return Compilation.of(
                output,
                """
                package shop;
                import dev.quintet.orm.*;
                import static dev.quintet.orm.OnDelete.*;
                import org.jspecify.annotations.Nullable;

                class Thing extends Model {
                    String other;
                """
                        + line
                        + "\n}\n",
                "package shop;\nclass MaybeNull { @interface Nullable {} }\n",
                OTHERS);
    }
}
