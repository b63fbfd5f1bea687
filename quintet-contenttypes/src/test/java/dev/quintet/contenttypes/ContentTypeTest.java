package dev.quintet.contenttypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.contenttypes.library.Bestseller;
import dev.quintet.contenttypes.library.Book;
import dev.quintet.contenttypes.library.LibraryApp;
import dev.quintet.contenttypes.library.Note;
import dev.quintet.contenttypes.library.Notes;
import dev.quintet.contenttypes.tags.TagsApp;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.Progress;
import dev.quintet.migrations.autodetect.Answers;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import dev.quintet.orm.DoesNotExist;
import dev.quintet.orm.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContentTypeTest {

    private static TestLibrary library(TestLibrary.Kind kind) {
        TestLibrary library =
                TestLibrary.on(kind, new ContentTypesApp(), new LibraryApp(), new TagsApp());
        library.run(() -> Migrator.of(library.site()).migrate());
        return library;
    }

    @ParameterizedTest
    @EnumSource
    void migrateMakesOneForEveryModel(TestLibrary.Kind kind) {
        try (TestLibrary library = library(kind)) {
            library.run(() ->
                    assertThat(ContentTypes.all().list())
                            .extracting(one -> one.appLabel + "." + one.model)
                            .containsExactlyInAnyOrder(
                                    "contenttypes.contenttype",
                                    "library.book",
                                    "library.bestseller",
                                    "library.note",
                                    "tags.mark",
                                    "tags.person",
                                    "tags.place",
                                    "tags.plot",
                                    "tags.tag",
                                    "tags.thing"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksForAModelOnceAndThenNoMore(TestLibrary.Kind kind) {
        try (TestLibrary library = library(kind)) {
            assertThat(library.statementsOf(() -> ContentType.of(Book.class))).hasSize(1);
            assertThat(
                            library.statementsOf(() -> {
                                ContentType type = ContentType.of(new Book());
                                ContentTypeRegistry all = ContentTypeRegistry.current();
                                assertThat(all.forId(type.id)).isSameAs(type);
                                assertThat(all.byNaturalKey("library", "book")).isSameAs(type);
                            }))
                    .isEmpty();
        }
    }

    @Test
    void findsSeveralInOneQuery() {
        try (TestLibrary library = library(TestLibrary.Kind.SQLITE)) {
            assertThat(
                            library.statementsOf(() -> {
                                var types =
                                        ContentTypeRegistry.current()
                                                .forModels(List.of(Book.class, Note.class));
                                assertThat(types.get(Note.class).model).isEqualTo("note");
                                assertThat(types.get(Book.class).model).isEqualTo("book");
                            }))
                    .hasSize(1);
        }
    }

    @Test
    void givesAProxyTheTypeOfItsRowsUnlessItsOwnIsAskedFor() {
        try (TestLibrary library = library(TestLibrary.Kind.SQLITE)) {
            library.run(() -> {
                assertThat(ContentType.of(Bestseller.class)).isEqualTo(ContentType.of(Book.class));
                assertThat(ContentTypeRegistry.current().forExactModel(Bestseller.class).model)
                        .isEqualTo("bestseller");
            });
        }
    }

    @Test
    void leadsBackToTheModelAndItsRows() {
        try (TestLibrary library = library(TestLibrary.Kind.SQLITE)) {
            library.run(() -> {
                var book = new Book();
                book.title = "Momo";
                book.save();
                ContentType type = ContentType.of(book);

                assertThat(type.modelClass()).contains(Book.class);
                assertThat(type.object(book.id)).isEqualTo(book);
                assertThat(type).hasToString("Library | book");
                assertThatThrownBy(() -> type.object(99)).isInstanceOf(DoesNotExist.class);
            });
        }
    }

    @Test
    void keepsNoTypeThatATransactionTookBack() {
        try (TestLibrary library = library(TestLibrary.Kind.SQLITE)) {
            library.run(() -> {
                ContentTypes.filter(ContentTypes.model.eq("note")).delete();
                try (var block = Transaction.atomic()) {
                    ContentType made = ContentType.of(Note.class);
                    assertThat(ContentType.of(Note.class)).isEqualTo(made);
                    block.rollback();
                }

                ContentType again = ContentType.of(Note.class);

                assertThat(ContentTypes.filter(ContentTypes.id.eq(again.id)).exists()).isTrue();
            });
        }
    }

    @Test
    void removesTypesOfModelsThatAreGoneAndWhatLeadsToThem() {
        try (TestLibrary library = library(TestLibrary.Kind.SQLITE)) {
            library.run(() -> {
                var gone = new ContentType();
                gone.appLabel = "library";
                gone.model = "scroll";
                gone.save();
                var note = new Note();
                note.about.set(gone);
                note.save();
                var elsewhere = new ContentType();
                elsewhere.appLabel = "attic";
                elsewhere.model = "box";
                elsewhere.save();
            });

            assertThatThrownBy(() -> library.command("remove_stale_contenttypes"))
                    .isInstanceOf(UnansweredException.class)
                    .hasMessageContaining("contenttypes.E002");
            assertThat(library.command("remove_stale_contenttypes", "--no-input"))
                    .contains("Stale: library | scroll", "1 library.Note", "2 rows were deleted.")
                    .doesNotContain("attic");
            assertThat(
                            library.command(
                                    "remove_stale_contenttypes",
                                    "--no-input",
                                    "--include-stale-apps"))
                    .contains("attic | box", "1 row was deleted.");
            library.run(() -> assertThat(Notes.all().exists()).isFalse());
        }
    }

    @Test
    void saysThatATypeNamesNoModel() {
        try (TestLibrary library = library(TestLibrary.Kind.SQLITE)) {
            library.run(() -> {
                var gone = new ContentType();
                gone.appLabel = "attic";
                gone.model = "box";

                assertThat(gone.modelClass()).isEmpty();
                assertThatThrownBy(gone::objects)
                        .isInstanceOf(StaleContentTypeException.class)
                        .hasMessageContaining("contenttypes.E001");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesBackToTheTableWithNames(TestLibrary.Kind kind) {
        try (TestLibrary library = library(kind)) {
            library.run(() -> {
                Migrator migrator = Migrator.of(library.site());
                migrator.run(migrator.plan("contenttypes", "0001"), false, Progress.silent());
                migrator.migrate();

                assertThat(ContentType.of(Book.class).model).isEqualTo("book");
            });
        }
    }

    @Test
    void hasMigrationsForAllThatItsModelSays() {
        try (TestLibrary library = library(TestLibrary.Kind.SQLITE)) {
            library.run(() ->
                    assertThat(
                                    ProjectMigrations.of(library.site())
                                            .missing(
                                                    Set.of("contenttypes"),
                                                    new Answers(Map.of(), Map.of(), null),
                                                    "auto"))
                            .isEmpty());
        }
    }
}
