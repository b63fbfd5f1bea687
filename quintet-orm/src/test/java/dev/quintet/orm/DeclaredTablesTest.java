package dev.quintet.orm;

import static dev.quintet.orm.Expressions.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.inspect.LiveIndex;
import dev.quintet.orm.inspect.LiveSchema;
import dev.quintet.orm.inspect.LiveTable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// What a model asks of its table is there in the database, or said to be missing.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class DeclaredTablesTest {

    @Meta(comment = "Who writes 'here'")
    static class Writer extends Model {

        @Field(maxLength = 30)
        String first = "";

        @Field(maxLength = 30)
        String last = "";

        @Field(maxLength = 70)
        String full = "";

        @Field(maxLength = 70)
        String sorted = "";

        @Field(blank = true)
        @Nullable Integer desk;

        @Nullable UUID token;

        @Field(symmetrical = false)
        final ManyToMany<Writer> follows = manyToMany();

        @ReverseOf("follows")
        final ManyToMany<Writer> followers = manyToMany();

        @Computed(stored = false)
        static Expression<Writer, String> full() {
            return Functions.concat(Writers.first, value(" "), Writers.last);
        }

        @Computed
        static Expression<Writer, String> sorted() {
            return Functions.concat(Writers.last, value(", "), Writers.first);
        }

        @DatabaseDefault
        static Expression<?, UUID> token() {
            return Functions.uuid7();
        }

        @Constraints
        static List<Constraint<Writer>> constraints() {
            return List.of(
                    Constraint.<Writer>unique("writer_desk", Writers.first, Writers.desk)
                            .nullsDistinct(false));
        }

        @Indexes
        static List<TableIndex<Writer>> indexes() {
            return List.of(
                    TableIndex.<Writer>of("writer_cover", Writers.last)
                            .include(Writers.first)
                            .operators("varchar_pattern_ops"));
        }
    }

    @Parameter String kind;

    private TestShop house;

    @BeforeEach
    void open() {
        house = TestShop.open(kind, List.of(Writer.class));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Writer writer(String first, String last) {
        var writer = new Writer();
        writer.first = first;
        writer.last = last;
        return writer;
    }

    private static Writer saved(String first, String last) {
        Writer writer = writer(first, last);
        writer.save();
        return writer;
    }

    private LiveTable table() {
        return LiveSchema.read(house.database()).stream()
                .filter(one -> one.name().equals("orm_writer"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void worksOutColumnsThatAreKeptAndThoseThatAreNot() {
        house.run(() -> {
            Writer ada = saved("Ada", "Lovelace");

            assertThat(ada.full).isEqualTo("Ada Lovelace");
            assertThat(ada.sorted).isEqualTo("Lovelace, Ada");
            ada.last = "Byron";
            ada.save();
            assertThat(ada.full).isEqualTo("Ada Byron");
            assertThat(Writers.get(Writers.full.eq("Ada Byron")).sorted).isEqualTo("Byron, Ada");
        });
        // Only PostgreSQL from 18 on works columns out on reading.
        assertThat(house.database().dialect().name().equals("postgresql"))
                .isEqualTo(!sql().contains("VIRTUAL"));
    }

    private String sql() {
        ModelMapping<Writer> writers = Mappings.of(Writer.class);
        return String.join(
                "\n",
                new dev.quintet.orm.schema.SchemaEditor(
                                house.database().dialect(), List.of(writers.state()))
                        .create(writers.state()));
    }

    @Test
    void makesAKeyInTheDatabaseWhereARowHasNone() {
        house.run(() -> {
            Writer ada = saved("Ada", "Lovelace");
            Writer bob = saved("Bob", "Dylan");

            assertThat(ada.token).isNotNull().isNotEqualTo(bob.token);
            assertThat(ada.token.version()).isEqualTo(7);
            assertThat(Writers.get(Writers.token.eq(bob.token))).isEqualTo(bob);
        });
    }

    @Test
    void holdsRowsWithoutAValueToBeAlikeWhereItIsTold() {
        house.run(() -> {
            saved("Ada", "Lovelace");
            Writer again = writer("Ada", "King");

            assertThatThrownBy(again::fullClean)
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("already exists");
            if (kind.equals("postgresql")) {
                assertThatThrownBy(again::save).isInstanceOf(IntegrityException.class);
            }
            again.desk = 3;
            again.fullClean();
            again.save();
        });
    }

    @Test
    void saysWhatTheDatabaseCannotDoForATable() {
        List<CheckMessage> found =
                DatabaseCheck.run(house.context().get(Models.KEY), house.database());

        if (kind.equals("postgresql")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .extracting(CheckMessage::id)
                    .containsExactlyInAnyOrder("orm.W169", "orm.W169");
            assertThat(found)
                    .anySatisfy(one -> assertThat(one.message()).contains("writer_desk", "nulls"))
                    .anySatisfy(one -> assertThat(one.message()).contains("writer_cover"));
        }
    }

    @Test
    void makesAnIndexThatCarriesColumnsAndComparesByAClassOfItsOwn() {
        assertThat(table().indexes()).extracting(LiveIndex::name).contains("writer_cover");
        if (kind.equals("postgresql")) {
            house.run(() ->
                    assertThat(
                                    Raw.rows(
                                                    "SELECT indexdef FROM pg_indexes WHERE indexname = ?",
                                                    "writer_cover")
                                            .list()
                                            .getFirst()
                                            .get("indexdef")
                                            .toString())
                            .endsWith("(last varchar_pattern_ops) INCLUDE (first)"));
        }
    }

    @Test
    void tellsTheDatabaseWhatATableIsFor() {
        assertThat(table().comment()).isEqualTo(kind.equals("sqlite") ? "" : "Who writes 'here'");
    }

    @Test
    void followsWithoutBeingFollowed() {
        house.run(() -> {
            Writer ada = saved("Ada", "Lovelace");
            Writer bob = saved("Bob", "Dylan");

            ada.follows.add(bob);
            ada.follows.add(bob);

            assertThat(ada.follows.list()).containsExactly(bob);
            assertThat(bob.followers.list()).containsExactly(ada);
            assertThat(bob.follows.all().exists()).isFalse();
            assertThat(Writers.filter(Writers.follows.first.eq("Bob")).list()).containsExactly(ada);
            bob.follows.add(ada);
            ada.follows.remove(bob);
            assertThat(bob.follows.list()).containsExactly(ada);
            assertThat(ada.follows.count()).isZero();
        });
    }
}
