package dev.quintet.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written for a model, read as text.
class GeneratedSourceTest {

    private static final String EVERY_KIND =
            """
            package shop;
            import dev.quintet.orm.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.UUID;
            import org.jspecify.annotations.Nullable;
            public class Everything extends Model {
                public Everything() {}
                public String text;
                @Field(maxLength = 10, column = "Short", blank = true, help = "Say \\"it\\"") public String shortText;
                public Slug slug;
                public @Nullable Slug slugOrNull;
                public boolean truth;
                public @Nullable Boolean truthOrNull;
                public short int16;
                public @Nullable Short int16OrNull;
                public int int32;
                public @Nullable Integer int32OrNull;
                public long int64;
                public @Nullable Long int64OrNull;
                public double float64;
                public @Nullable Double float64OrNull;
                @Field(digits = 8, decimals = 2, secret = true) public BigDecimal decimal;
                public LocalDate date;
                public LocalTime time;
                public Instant instant;
                public LocalDateTime dateTime;
                public Duration duration;
                public @Nullable UUID uuid;
                public byte[] bytes;
                public byte @Nullable [] bytesOrNull;
                public Size size;
                public @Nullable Size sizeOrNull;
                public static int none;
                public transient Object alsoNone;
                public final ForeignKey<BySlug> bySlug = foreignKey(OnDelete.CASCADE);
                public final OneToOne<@Nullable ByKeyOfOther> byOther = oneToOne(OnDelete.SET_NULL);
                public final ManyToMany<Everything> friends = manyToMany();
                public final RelatedOne<ByKeyOfEverything> more = relatedOne();
                public enum Size {
                    SMALL, VERY_LARGE_INDEED_FOR_AN_ALBUM
                }
            }
            """;

    private static final String[] OTHERS = {
        """
        package shop;
        import dev.quintet.orm.*;
        public class BySlug extends Entity { @Id public Slug code; public BySlug() {} }
        """,
        """
        package shop;
        import dev.quintet.orm.*;
        public class ByKeyOfOther extends Entity {
            @Id public final OneToOne<BySlug> other = oneToOne(OnDelete.CASCADE);
            public ByKeyOfOther() {}
        }
        """,
        """
        package shop;
        import dev.quintet.orm.*;
        public class ByKeyOfEverything extends Entity {
            @Id public final OneToOne<Everything> all = oneToOne(OnDelete.CASCADE);
            public ByKeyOfEverything() {}
        }
        """,
    };

    @TempDir static Path shared;

    private static Compilation everything;

    @TempDir Path output;

    @BeforeAll
    static void compileEveryKind() {
        everything = Compilation.of(shared, EVERY_KIND, OTHERS[0], OTHERS[1], OTHERS[2]);
    }

    @Test
    void compilesEveryKindOfFieldBesideClassesOfTheSameNames() {
        var compilation =
                Compilation.of(
                        output,
                        EVERY_KIND,
                        OTHERS[0],
                        OTHERS[1],
                        OTHERS[2],
                        "package shop; class Row {}",
                        "package shop; class Override {}",
                        "package shop; class List {}");

        assertThat(compilation.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FieldState.of("text", FieldType.text())
                    FieldState.of("shortText", FieldType.text(10)).inColumn("Short")
                    .help("Say \\"it\\"")
                    FieldState.of("truthOrNull", FieldType.bool()).inColumn("truth_or_null").orNull()
                    FieldType.text(30)
                    new FieldState.Choice("SMALL", "Small")
                    it.int16 = (short) row.int32(first + 7);
                    it.bySlug.place().setKey(row.text(first + 26));
                    changed.addIf(!Arrays.equals(it.bytes, was.bytes), 22);
                    this.bytes = it.bytes == null ? null : it.bytes.clone();
                    "shop_everything_friends", "from_everything_id", "to_everything_id"
                    reverseOne("more", () -> ByKeyOfEverythings.Mapping.INSTANCE, "all")
                    """)
    void writes(String text) {
        assertThat(everything.text("shop/Everythings.java")).containsIgnoringWhitespaces(text);
    }

    @Test
    void compilesEveryKindOfField() {
        assertThat(everything.messages()).isEmpty();
    }

    @Test
    void keepsLinesShort() {
        assertThat(everything.text("shop/Everythings.java").lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @CsvSource({
        "Album, Albums", "Category, Categories", "Day, Days", "Box, Boxes", "Match, Matches",
        "Bus, Buses", "Person, People", "SalesPerson, SalesPeople", "Child, Children", "CD, CDs",
        "Analysis, Analyses", "Hero, Heroes", "Photo, Photos", "Quiz, Quizzes"
    })
    void namesCataloguesByThePlural(String model, String catalogue) {
        var compilation =
                Compilation.of(
                        output,
                        "package shop;\nclass " + model + " extends dev.quintet.orm.Model {}");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.origins()).containsKey("shop." + catalogue + ".java");
    }

    @Test
    void inheritsFieldsAndMetaOfAbstractModels() {
        var compilation =
                Compilation.of(
                        output,
                        """
                        package shop;
                        @dev.quintet.orm.Meta(ordering = "-created")
                        abstract class Stamped extends dev.quintet.orm.Model {
                            java.time.Instant created;
                        }
                        """,
                        """
                        package shop;
                        class Note extends Stamped { String text; }
                        """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.origins()).doesNotContainKey("shop.Stampeds.java");
        assertThat(compilation.text("shop/Notes.java"))
                .contains("TimeColumn<Note, Instant> created")
                .contains(".ordering(\"-created\")");
    }

    @Test
    void writesScopesWithTheirParameters() {
        var compilation =
                Compilation.of(
                        output,
                        """
                        package shop;
                        import dev.quintet.orm.*;
                        import java.util.List;
                        public class Note extends Model {
                            public String text;
                            public Note() {}
                            @Scope static QuerySet<Note> with(QuerySet<Note> notes, List<? extends CharSequence> words, int... counts)
                                    throws java.io.IOException {
                                return notes;
                            }
                        }
                        """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.text("shop/Notes.java"))
                .containsIgnoringWhitespaces(
                        "with(List<? extends CharSequence> words, int... counts)")
                .contains("throws IOException");
    }

    @Test
    void takesTheLabelsOfChoicesFromTheEnum() {
        var compilation =
                Compilation.of(
                        output,
                        """
                        package shop;
                        class Cover extends dev.quintet.orm.Model {
                            Size size;
                            enum Size {
                                LP;
                                String label() { return "Long play"; }
                            }
                        }
                        """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.text("shop/Covers.java"))
                .containsIgnoringWhitespaces(
                        "new FieldState.Choice(\"LP\", Cover.Size.LP.label())");
    }

    @Test
    void takesTheAppFromThePackageOrMeta() {
        var compilation =
                Compilation.of(
                        output,
                        "package records.catalog.models;\nclass Album extends dev.quintet.orm.Model {}",
                        "package records;\n@dev.quintet.orm.Meta(app = \"music\", table = \"Sleeve\") class Sleeve extends dev.quintet.orm.Model {}");

        assertThat(compilation.text("records/catalog/models/Albums.java"))
                .contains("ModelState.of(\"catalog\", \"Album\")");
        assertThat(compilation.text("records/Sleeves.java"))
                .contains("ModelState.of(\"music\", \"Sleeve\")")
                .contains(".inTable(\"Sleeve\")");
    }

    @Test
    void understandsBeanValidationWithoutNeedingIt() {
        var compilation =
                Compilation.of(
                        output,
                        """
                        package jakarta.validation.constraints;
                        public @interface Size { int min() default 0; int max() default Integer.MAX_VALUE; }
                        """,
                        """
                        package jakarta.validation.constraints;
                        public @interface Min { long value(); }
                        """,
                        """
                        package shop;
                        import dev.quintet.orm.Model;
                        import jakarta.validation.constraints.*;
                        class Note extends Model {
                            @Size(min = 2, max = 5) String text = "";
                            @Min(3) int stars;
                        }
                        """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.text("shop/Notes.java"))
                .contains("BeanConstraints.size(2, 5)")
                .contains("BeanConstraints.min(\"3\", true)");
    }
}
