package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.DatabaseRouter;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.ReadYourWrites;
import dev.quintet.orm.connection.Statements;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Albums;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import dev.quintet.orm.shop.Genre;
import dev.quintet.orm.shop.Genres;
import dev.quintet.orm.shop.Track;
import dev.quintet.orm.state.ModelState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models in several databases, and databases with copies. A copy is played by a database of its
/// own, so that it shows where a row was read.
class SeveralDatabasesTest {

    @TempDir Path folder;

    private final List<Database> opened = new ArrayList<>();
    private final List<ModelMapping<?>> models =
            List.of(
                    Mappings.of(Artist.class),
                    Mappings.of(Genre.class),
                    Mappings.of(Album.class),
                    Mappings.of(Track.class));
    private Database main;
    private Database other;

    /// Genres live in the other database.
    private static final class GenresApart implements DatabaseRouter {

        @Override
        public @Nullable String dbForRead(ModelState model, @Nullable String near) {
            return model.name().equals("Genre") ? "other" : null;
        }

        @Override
        public @Nullable String dbForWrite(ModelState model, @Nullable String near) {
            return model.name().equals("Genre") ? "other" : null;
        }
    }

    @BeforeEach
    void open() {
        main = made("default", "");
        other = made("other", "");
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    private Database made(String alias, String options) {
        String url = "sqlite:" + folder.resolve(alias + ".db") + "?synchronous=OFF" + options;
        Database database = DatabaseOpener.open(alias, ServiceUrl.parse(url));
        opened.add(database);
        List<ModelState> states =
                SchemaEditor.inOrder(models.stream().<ModelState>map(ModelMapping::state).toList());
        database.execute(new SchemaEditor(database.dialect(), states).createAll(states));
        return database;
    }

    private Context site(List<Database> databases, DatabaseRouter... routers) {
        return Context.of(new Settings().freeze(), Apps.of(List.of()), Clock.systemUTC())
                .with(Databases.KEY, Databases.of(databases, List.of(routers)))
                .with(Models.KEY, Models.of(models));
    }

    private static Artist givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
        return artist;
    }

    private static Genre givenGenre(String name) {
        var genre = new Genre();
        genre.name = name;
        genre.save();
        return genre;
    }

    @Test
    void readsAndWritesAModelWhereItsRouterSays() {
        site(List.of(main, other), new GenresApart())
                .run(() -> {
                    Genre swing = givenGenre("Swing");
                    givenArtist("Django");
                    Genres.filter(Genres.name.eq("Swing")).update(Genres.name.set("Gypsy swing"));

                    assertThat(((Entity) swing).state.database()).isEqualTo("other");
                    assertThat(Genres.all().count()).isEqualTo(1);
                    assertThat(Genres.all().using("other").count()).isEqualTo(1);
                    assertThat(Genres.all().using("default").count()).isZero();
                    assertThat(Artists.all().using("default").count()).isEqualTo(1);

                    assertThat(Genres.all().delete().total()).isEqualTo(1);
                    assertThat(Genres.all().using("other").count()).isZero();
                });
    }

    @Test
    void findsRelationsBetweenModelsOfDifferentDatabases() {
        Context site = site(List.of(main, other), new GenresApart());

        assertThat(new RelationChecks().run(site))
                .extracting(CheckMessage::id)
                .isNotEmpty()
                .containsOnly("orm.E229");
        assertThat(new RelationChecks().run(site(List.of(main, other)))).isEmpty();
    }

    @Test
    void refusesToSaveARelationToARowOfAnotherDatabase() {
        site(List.of(main, other))
                .run(() -> {
                    givenArtist("Django");
                    Artists.all().using("other").create(artist -> artist.name = "Django");
                    Artist theirs = Artists.all().using("other").get();
                    var album = new Album();
                    album.title = "Djangology";
                    album.slug = new Slug("djangology");
                    album.price = BigDecimal.ONE;
                    album.artist.set(theirs);

                    assertThatThrownBy(album::save).hasMessageContaining("orm.E228");
                    assertThat(Albums.all().count()).isZero();
                });
    }

    @Test
    void keepsTransactionsOfDatabasesApart() {
        site(List.of(main, other), new GenresApart())
                .run(() -> {
                    try (var genres = Transaction.atomicOn("other")) {
                        givenGenre("lost");
                        givenArtist("kept");
                        genres.rollback();
                    }

                    assertThat(Genres.all().count()).isZero();
                    assertThat(Artists.all().count()).isEqualTo(1);
                });
    }

    @Test
    void loadsRelationsFromTheDatabaseOfTheRow() {
        site(List.of(main, other))
                .run(() -> {
                    Artists.all().using("other").create(artist -> artist.name = "theirs");
                    Artist theirs = Artists.all().using("other").get();

                    assertThat(theirs.albums.all().count()).isZero();
                    theirs.name = "changed";
                    theirs.save();
                    assertThat(Artists.all().using("other").get().name).isEqualTo("changed");
                    assertThat(Artists.all().count()).isZero();
                });
    }

    @Test
    void readsFromAReplicaUntilItsReaderWrites() {
        Database replica = made("replica", "&replica_of=default");
        Context site = site(List.of(main, replica));
        site.run(() -> {
            Artists.all().using("replica").create(artist -> artist.name = "on the replica");

            assertThat(Artists.get().name).isEqualTo("on the replica");
            assertThat(((Entity) Artists.get()).state.database()).isEqualTo("default");
            Transaction.atomic(() -> assertThat(Artists.all().count()).isZero());
            Artist read = Statements.onPrimary(() -> Artists.all().first().orElse(null));
            assertThat(read).isNull();
        });
        site.with(ReadYourWrites.KEY, new ReadYourWrites())
                .run(() -> {
                    givenArtist("mine");

                    assertThat(Artists.get().name).isEqualTo("mine");
                });
        site.with(ReadYourWrites.KEY, new ReadYourWrites())
                .run(() -> assertThat(Artists.get().name).isEqualTo("on the replica"));
        assertThat(main.metrics().replicaReads()).isPositive();
    }

    @Test
    void readsFromThePrimaryWhileItsReplicaIsDown() {
        Database replica =
                DatabaseOpener.open(
                        "replica",
                        ServiceUrl.parse(
                                "postgresql://nobody@127.0.0.1:1/gone?replica_of=default"));
        opened.add(replica);
        site(List.of(main, replica))
                .with(ReadYourWrites.KEY, new ReadYourWrites())
                .run(() -> {
                    assertThat(Artists.all().count()).isZero();
                    assertThat(Artists.all().count()).isZero();
                });

        assertThat(main.metrics().replicaFallbacks()).isEqualTo(2);
        assertThat(replica.metrics().statements()).isZero();
    }
}
