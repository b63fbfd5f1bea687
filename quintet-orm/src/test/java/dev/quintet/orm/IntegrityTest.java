package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Genre;
import dev.quintet.orm.sql.Diagnosis;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Broken constraints, told in the words of the model, on every database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class IntegrityTest {

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private IntegrityException brokenBy(Runnable body) {
        return catchThrowableOfType(IntegrityException.class, () -> shop.run(body));
    }

    private static Album givenAlbum(String slug) {
        var artist = new Artist();
        artist.name = "Django";
        artist.save();
        var album = new Album();
        album.title = slug;
        album.slug = new Slug(slug);
        album.price = BigDecimal.ONE;
        album.artist.set(artist);
        album.save();
        return album;
    }

    @Test
    void namesTheFieldWhoseValueExistsAlready() {
        IntegrityException broken =
                brokenBy(() -> {
                    givenAlbum("djangology");
                    givenAlbum("djangology");
                });

        assertThat(broken.kind()).isEqualTo(Diagnosis.Kind.UNIQUE);
        assertThat(broken.model()).isEqualTo("shop.Album");
        assertThat(broken.fields()).containsExactly("slug");
        assertThat(broken.problem().code()).isEqualTo("orm.E201");
        assertThat(broken.problem().problem()).contains("shop.Album.slug");
        assertThat(broken.sql()).startsWith("INSERT INTO");
        assertThat(broken).hasMessageContaining("'djangology'");
    }

    @Test
    void namesTheFieldThatMustHaveAValue() {
        IntegrityException broken =
                brokenBy(() -> {
                    Album album = givenAlbum("a");
                    shop.database()
                            .update(
                                    SqlStatement.of(
                                            "UPDATE shop_album SET title = NULL WHERE id = "
                                                    + album.id),
                                    new Object[0]);
                });

        assertThat(broken.kind()).isEqualTo(Diagnosis.Kind.NOT_NULL);
        assertThat(broken.model()).isEqualTo("shop.Album");
        assertThat(broken.fields()).containsExactly("title");
        assertThat(broken.problem().code()).isEqualTo("orm.E203");
    }

    @Test
    void namesTheRelationThatWouldLeadNowhere() {
        IntegrityException broken =
                brokenBy(() -> {
                    Album album = givenAlbum("a");
                    shop.database()
                            .update(
                                    SqlStatement.of(
                                            "UPDATE shop_album SET artist_id = 999 WHERE id = "
                                                    + album.id),
                                    new Object[0]);
                });

        assertThat(broken.kind()).isEqualTo(Diagnosis.Kind.FOREIGN_KEY);
        assertThat(broken.problem().code()).isEqualTo("orm.E202");
        if (!kind.equals("sqlite")) {
            // SQLite does not say which key it was.
            assertThat(broken.model()).isEqualTo("shop.Album");
            assertThat(broken.fields()).containsExactly("artist");
        }
    }

    @Test
    void refusesANewRowThatWouldLeadNowhere() {
        IntegrityException broken =
                brokenBy(() -> {
                    Album album = givenAlbum("a");
                    var other = new Album();
                    other.title = "b";
                    other.slug = new Slug("b");
                    other.price = BigDecimal.ONE;
                    other.artist.setKey(album.artist.id() + 999);
                    other.save();
                });

        assertThat(broken.kind()).isEqualTo(Diagnosis.Kind.FOREIGN_KEY);
    }

    @Test
    void tellsOfARowThatMissesACondition() {
        shop.database()
                .execute(
                        List.of(
                                "CREATE TABLE shop_checked (stock integer NOT NULL,"
                                        + " CONSTRAINT stock_is_there CHECK (stock >= 0))"));
        try {
            IntegrityException broken =
                    brokenBy(() ->
                            shop.database()
                                    .update(
                                            SqlStatement.of("INSERT INTO shop_checked VALUES (-1)"),
                                            new Object[0]));

            assertThat(broken.kind()).isEqualTo(Diagnosis.Kind.CHECK);
            assertThat(broken.constraint()).isEqualTo("stock_is_there");
            assertThat(broken.problem().code()).isEqualTo("orm.E204");
        } finally {
            shop.database().execute(List.of("DROP TABLE shop_checked"));
        }
    }

    @Test
    void hidesSecretValuesInMessagesParametersAndCauses() {
        var insert =
                new SqlStatement(
                        "INSERT INTO shop_genre (name) VALUES (?)",
                        List.of(new SqlStatement.Parameter(null, true)));
        IntegrityException broken =
                brokenBy(() -> {
                    var genre = new Genre();
                    genre.name = "hunter2";
                    genre.save();
                    shop.database().update(insert, new Object[] {"hunter2"});
                });

        var printed = new StringWriter();
        broken.printStackTrace(new PrintWriter(printed));
        assertThat(broken.parameters()).containsExactly("****");
        assertThat(printed.toString()).contains("****").doesNotContain("hunter2");
    }

    @Test
    void writesNoLineOfAValueIntoAMessage() {
        IntegrityException broken =
                brokenBy(() -> {
                    for (int i = 0; i < 2; i++) {
                        var genre = new Genre();
                        genre.name = "a\nFAKE LOG LINE";
                        genre.save();
                    }
                });

        String own = broken.problem().cause();
        assertThat(own.substring(own.indexOf("\n  in:"))).contains("'a\\u000aFAKE LOG LINE'");
    }
}
