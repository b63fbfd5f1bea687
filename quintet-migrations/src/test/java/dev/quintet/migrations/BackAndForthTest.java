package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.inspect.LiveSchema;
import dev.quintet.orm.inspect.LiveTable;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A way through the migrations of an app, forwards and backwards: wherever it stops, the tables
/// are those of an installation that came there straight away.
class BackAndForthTest {

    private static final class Step extends Migration {
        Step(int number, Function<Step, List<Operation>> operations) {
            super("blog", name(number));
            if (number > 1) {
                dependsOn("blog", name(number - 1));
            }
            operations(operations.apply(this).toArray(Operation[]::new));
        }

        private static String name(int number) {
            return String.format("%04d_step", number);
        }

        private List<Operation> tables() {
            return List.of(
                    createModel("Writer", id(), field("name", FieldType.text(50)).asUnique()),
                    createModel(
                            "Post",
                            id(),
                            field("title", FieldType.text(50)).indexed(),
                            field("words", FieldType.int32()).orNull(),
                            foreignKey("writer", "blog.Writer", OnDelete.CASCADE),
                            manyToMany(
                                    "readers",
                                    "blog.Writer",
                                    "blog_post_readers",
                                    "post_id",
                                    "writer_id")));
        }

        private List<Operation> rules() {
            return List.of(
                    addIndex("Post", index("post_words", "-words", "writer")),
                    addConstraint("Post", positive()),
                    alterUniqueTogether("Post", List.of("title", "writer")),
                    addField("Post", field("stars", FieldType.int16().orMore()), 1));
        }

        private static ConstraintState positive() {
            return new ConstraintState.Check(
                    "post_words_positive",
                    new Node.Compare(
                            Lookup.GTE, new Node.Field(FieldPath.of("words")), new Node.Value(0)),
                    "",
                    "");
        }

        private List<Operation> changes() {
            return List.of(
                    alterField("Post", field("words", FieldType.int64()), 0L),
                    renameField("Post", "title", "headline"),
                    renameModel("Writer", "Author"),
                    removeField("Post", "stars"),
                    addField(
                            "Post",
                            foreignKey("editor", "blog.Author", OnDelete.SET_NULL).orNull()),
                    renameIndex("Post", "post_words", "post_length"));
        }

        /// Rules that were made under names of fields which are called otherwise now.
        private List<Operation> renamed() {
            return List.of(
                    alterUniqueTogether("Post"),
                    alterField("Post", field("headline", FieldType.text(50))),
                    removeField("Post", "headline"));
        }

        private List<Operation> ends() {
            return List.of(
                    removeConstraint("Post", "post_words_positive"),
                    removeIndex("Post", "post_length"),
                    alterModelTable("Post", "blog_entries"),
                    createModel("Note", id(), oneToOne("post", "blog.Post", OnDelete.CASCADE)),
                    removeField("Post", "readers"));
        }
    }

    private static final List<Migration> STEPS =
            List.of(
                    new Step(1, Step::tables),
                    new Step(2, Step::rules),
                    new Step(3, Step::changes),
                    new Step(4, Step::renamed),
                    new Step(5, Step::ends));

    private static Context site(TestDatabase test, int steps) {
        return test.with(new Migrated("blog", STEPS.subList(0, steps)));
    }

    private static void go(Context site, String to) {
        Migrator migrator = Migrator.of(site);
        migrator.run(migrator.plan("blog", to), false, Progress.silent());
    }

    /// What the database has, in words; the order of columns is that in which they came.
    private static List<String> schema(TestDatabase test) {
        List<String> all = new ArrayList<>();
        for (LiveTable table : LiveSchema.read(test.database())) {
            String name = table.name();
            all.add(name + " key " + table.key());
            table.columns().forEach(one -> all.add(name + " column " + one));
            table.keys().forEach(one -> all.add(name + " leads " + one));
            table.indexes().forEach(one -> all.add(name + " index " + one));
            table.checks().forEach(one -> all.add(name + " check " + one));
        }
        // Names that nobody chose are those of the tables and fields as they were called then.
        all.replaceAll(one -> one.replaceAll("name=blog_\\w+", "name="));
        all.sort(Comparator.naturalOrder());
        return all;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void endsOnTheTablesOfAFreshInstallationWhereverItStops(Kind kind) {
        try (var test = TestDatabase.of(kind);
                var two = TestDatabase.of(kind);
                var five = TestDatabase.of(kind);
                var none = TestDatabase.of(kind)) {
            Migrator.of(site(two, 2)).migrate();
            Migrator.of(site(five, 5)).migrate();
            Migrator.of(site(none, 1)).migrate();
            go(site(none, 1), Migrator.ZERO);
            Context site = site(test, 5);

            Migrator.of(site).migrate();
            assertThat(schema(test)).isEqualTo(schema(five));
            go(site, "0002");
            assertThat(schema(test)).isEqualTo(schema(two));
            go(site, Migrator.ZERO);
            assertThat(schema(test)).isEqualTo(schema(none));
            Migrator.of(site).migrate();
            assertThat(schema(test)).isEqualTo(schema(five));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sqlmigratePrintsTheVeryStatementsThatMigrateSends(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = site(test, 2);
            List<String> sent = new ArrayList<>();
            String printed = "";
            for (String name : List.of("0001_step", "0002_step")) {
                printed += site.call(() -> Commands.call(site, "sqlmigrate", "blog", name)).out();
            }
            test.database().observe((_, sql, _) -> sent.add(sql));
            Migrator.of(site).migrate();

            List<String> told =
                    Stream.of(printed.replaceAll("(?m)^--.*\n", "").split(";\n"))
                            .map(String::strip)
                            .filter(one -> !Set.of("", "BEGIN", "COMMIT").contains(one))
                            .toList();
            assertThat(told).hasSizeGreaterThan(6);
            assertThat(sent).containsSubsequence(told);
        }
    }
}
