package dev.quintet.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A changed model costs its own file and no other.
class IncrementalTest {

    private static final String ARTIST =
            """
            package shop;
            import dev.quintet.orm.*;
            class Artist extends Model {
                String name;
                final Related<Album> albums = related();
            }
            """;

    private static final String ALBUM =
            """
            package shop;
            import dev.quintet.orm.*;
            class Album extends Model {
                String title;
                final ForeignKey<Artist> artist = foreignKey(OnDelete.CASCADE);
            }
            """;

    @TempDir Path output;

    @Test
    void makesEachFileFromOneModel() {
        var compilation = Compilation.of(output, ARTIST, ALBUM);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.origins())
                .containsEntry("shop.Artists.java", List.of("Artist.java"))
                .containsEntry("META-INF/quintet/models/shop.Artist", List.of("Artist.java"))
                .containsEntry("shop.Albums.java", List.of("Album.java"))
                .containsEntry("META-INF/quintet/models/shop.Album", List.of("Album.java"))
                .hasSize(4);
        assertThat(compilation.text("META-INF/quintet/models/shop.Album")).isEqualTo("shop.Albums");
    }

    @Test
    void redoesOnlyTheModelThatChanged() {
        Compilation.of(output, ARTIST, ALBUM);

        var compilation = Compilation.of(output, ALBUM.replace("title", "name"));

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.origins())
                .containsOnlyKeys("shop.Albums.java", "META-INF/quintet/models/shop.Album");
        assertThat(compilation.text("shop/Albums.java")).contains("TextColumn<Album> name");
    }

    @Test
    void writesTheSameTextEachTime() {
        String first = Compilation.of(output, ARTIST, ALBUM).text("shop/Albums.java");

        assertThat(Compilation.of(output, ALBUM).text("shop/Albums.java")).isEqualTo(first);
    }

    @Test
    void followsModelsIntoJars() {
        Compilation.of(
                output,
                ARTIST,
                ALBUM.replace("class Album", "@Meta(catalog = \"Records\") class Album"));

        var compilation =
                Compilation.of(
                        output,
                        """
                        package shop;
                        import dev.quintet.orm.*;
                        import org.jspecify.annotations.Nullable;
                        class Track extends Model {
                            final ForeignKey<@Nullable Album> album = foreignKey(OnDelete.CASCADE);
                        }
                        """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.text("shop/Tracks.java"))
                .contains("Records.Path<Track> album")
                .contains(".orNull()");
    }

    @Test
    void writesTheGradleMarker() throws Exception {
        try (var marker =
                dev.quintet.processor.ModelProcessor.class.getResourceAsStream(
                        "/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(marker.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("dev.quintet.processor.ModelProcessor,isolating\n");
        }
    }

    @Test
    void compiles200ModelsOf12Fields() {
        var sources = new ArrayList<String>();
        for (int number = 0; number < 200; number++) {
            sources.add(
                    """
                    package big;
                    import dev.quintet.orm.*;
                    class Model%1$d extends Model {
                        String a, b, c, d;
                        int e, f;
                        long g;
                        boolean h;
                        java.time.Instant i;
                        java.time.LocalDate j;
                        Slug k;
                        final ForeignKey<Model%2$d> next = foreignKey(OnDelete.CASCADE);
                    }
                    """
                            .formatted(number, (number + 1) % 200));
        }

        var compilation = Compilation.of(output, sources.toArray(String[]::new));

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.origins()).hasSize(400);
    }
}
