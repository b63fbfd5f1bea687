package dev.quintet.forms;

import static dev.quintet.orm.Transaction.atomic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.forms.shop.Poster;
import dev.quintet.forms.shop.Posters;
import dev.quintet.forms.widget.FormData;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.orm.ModelChecks;
import dev.quintet.orm.NoFileException;
import dev.quintet.orm.OrmException;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.StoredFile;
import dev.quintet.orm.Transaction;
import dev.quintet.template.TemplateEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Files from a browser into rows and storages, and out of them again.
@ParameterizedClass
@FieldSource("dev.quintet.forms.Shop#KINDS")
class ModelFilesTest {

    static final class PosterForm extends ModelForm<Poster> {
        PosterForm() {
            fields(Posters.title, Posters.image, Posters.leaflet, Posters.seal);
        }
    }

    @Parameter String kind;
    @TempDir private Path folder;
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(kind, folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static FormData sent(String title, Map<String, Sent> files) {
        var lists = new HashMap<String, List<Sent>>();
        files.forEach((name, file) -> lists.put(name, List.of(file)));
        return FormData.of(Map.of("title", title)).withFiles(lists);
    }

    private static PosterForm form(String title, Map<String, Sent> files) {
        var form = new PosterForm();
        form.bind(sent(title, files));
        assertThat(form.errors().asText()).isEmpty();
        return form;
    }

    private static Poster poster(String title) {
        return form(title, Map.of("image", Sent.png("front.png", 30, 40))).save();
    }

    private List<String> kept() {
        try {
            var all = new ArrayList<String>();
            for (String one : List.of("posters/2026/05", "leaflets/Swing")) {
                all.addAll(shop.open.list(one).files());
                all.addAll(shop.hidden.list(one).files());
            }
            return all;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void keepsUploadsInTheFieldsFolderAndStorageAndSizesInColumns() {
        shop.run(() -> {
            Poster saved =
                    form(
                                    "Swing",
                                    Map.of(
                                            "image", Sent.png("../My front.png", 30, 40),
                                            "leaflet", new Sent("a b.pdf", "%PDF"),
                                            "seal", new Sent("seal.bin", "\0\1\2")))
                            .save();

            Poster read = Posters.get(Posters.id.eq(saved.id));
            assertThat(read.image.name()).isEqualTo("posters/2026/05/My_front.png");
            assertThat(read.image.url()).isEqualTo("/media/posters/2026/05/My_front.png");
            assertThat(read.imageWidth).isEqualTo(30);
            assertThat(read.imageHeight).isEqualTo(40);
            assertThat(read.leaflet)
                    .isEqualTo(new StoredFile("leaflets/Swing/a_b.pdf", "private"))
                    .isEqualTo(saved.leaflet);
            assertThat(read.leaflet.size()).isEqualTo(4);
            try (var in = read.leaflet.open()) {
                assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("%PDF");
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
            assertThat(read.seal).containsExactly(0, 1, 2);
            assertThatThrownBy(read.leaflet::url).isInstanceOf(UnsupportedOperationException.class);
        });
    }

    @Test
    void leavesNoFileBehindWhenTheDatabaseRefusesTheRow() {
        shop.run(() -> {
            poster("Swing");
            Poster twin = form("Bop", Map.of("image", Sent.png("twin.png", 3, 4))).instance();
            twin.title = "Swing";
            twin.leaflet = StoredFile.of(new Sent("twin.pdf", "%PDF"));

            assertThatThrownBy(twin::save).isInstanceOf(OrmException.class);

            assertThat(kept()).containsExactly("front.png");
            assertThat(twin.image.pending()).isNotNull();
            twin.title = "Bop";
            twin.save();
            assertThat(twin.image.isKept()).isTrue();
        });
    }

    @Test
    void leavesNoFileBehindWhenTheTransactionAroundIsTakenBack() {
        shop.run(() -> {
            assertThatThrownBy(() ->
                            atomic(() -> {
                                poster("Swing");
                                assertThat(kept()).containsExactly("front.png");
                                throw new IllegalStateException("later");
                            }))
                    .hasMessage("later");
            assertThat(kept()).isEmpty();

            atomic(() -> {
                poster("Swing");
                try (var inner = Transaction.atomic()) {
                    form("Bop", Map.of("image", Sent.png("inner.png", 3, 4))).save();
                    inner.rollback();
                }
            });
            assertThat(kept()).containsExactly("front.png");
            assertThat(Posters.all().count()).isEqualTo(1);
        });
    }

    @Test
    void deletesReplacedAndClearedFilesOnlyIfAskedAndOnlyOnCommit() {
        shop.run(() -> {
            Poster row =
                    form(
                                    "Swing",
                                    Map.of(
                                            "image",
                                            Sent.png("front.png", 30, 40),
                                            "leaflet",
                                            new Sent("l.pdf", "%PDF")))
                            .save();
            var kindly = new PosterForm();
            kindly.instance(row);
            kindly.bind(sent("Swing", Map.of("image", Sent.png("new.png", 5, 6))));
            kindly.save();
            assertThat(kept()).containsExactlyInAnyOrder("front.png", "l.pdf", "new.png");
            assertThat(row.imageWidth).isEqualTo(5);

            var form = new PosterForm();
            form.instance(row);
            form.deleteReplacedFiles();
            form.bind(
                    FormData.of(Map.of("title", "Swing", "leaflet-clear", "on"))
                            .withFiles(Map.of("image", List.of(Sent.png("newest.png", 7, 8)))));
            atomic(() -> {
                form.save();
                assertThat(kept()).contains("new.png", "l.pdf");
            });

            assertThat(kept()).containsExactlyInAnyOrder("front.png", "newest.png");
            Poster read = Posters.get(Posters.id.eq(row.id));
            assertThat(read.leaflet).isEqualTo(StoredFile.NONE);
            assertThat(read.imageWidth).isEqualTo(7);
        });
    }

    @Test
    void leavesTheFileOfADeletedRowUnlessItIsToGoWithIt() {
        shop.run(() -> {
            poster("Swing").delete();
            assertThat(kept()).containsExactly("front.png");

            Poster staying = poster("Bop");
            assertThatThrownBy(() ->
                            atomic(() -> {
                                staying.image.deleteOnCommit();
                                staying.delete();
                                throw new IllegalStateException("later");
                            }))
                    .hasMessage("later");
            assertThat(kept()).hasSize(2);

            Poster going = Posters.get(Posters.title.eq("Bop"));
            atomic(() -> {
                going.delete();
                going.image.deleteOnCommit();
                assertThat(kept()).hasSize(2);
            });
            assertThat(kept()).containsExactly("front.png");
        });
    }

    @Test
    void keepsWhatIsThereWhenNothingComes() {
        shop.run(() -> {
            Poster row = poster("Swing");
            var form = new PosterForm();
            form.instance(Posters.get(Posters.id.eq(row.id)));
            form.bind(sent("Swing", Map.of()));

            assertThat(form.isValid()).isTrue();
            assertThat(form.hasChanged()).isFalse();
            form.save();

            assertThat(Posters.get(Posters.id.eq(row.id)).image).isEqualTo(row.image);
            assertThat(form.get("image").toHtml().text())
                    .contains("<a href=\"/media/posters/2026/05/front.png\">")
                    .doesNotContain("image-clear");
        });
    }

    @Test
    void refusesWhatIsNoPictureAndNamesThatAreTooLong() {
        shop.run(() -> {
            var form = new PosterForm();
            form.bind(
                    sent(
                            "Swing",
                            Map.of(
                                    "image", new Sent("x.png", "<script>alert(1)</script>"),
                                    "leaflet", new Sent("x".repeat(80) + ".pdf", "%PDF"))));

            assertThat(form.hasError("image", "invalid_image")).isTrue();
            assertThat(form.hasError("leaflet", "max_length")).isTrue();
            assertThat(kept()).isEmpty();
        });
    }

    @Test
    void makesRoomInTheColumnForAFreeName() {
        shop.run(() -> {
            String name = "n".repeat(45) + ".pdf";
            Poster one =
                    form(
                                    "Swing",
                                    Map.of(
                                            "image",
                                            Sent.png("a.png", 1, 1),
                                            "leaflet",
                                            new Sent(name, "1")))
                            .save();
            var second = new Poster();
            second.title = "Swing2";
            second.leaflet = StoredFile.of(new Sent("../../etc/passwd", "x"));
            second.save();

            assertThat(one.leaflet.name()).hasSizeLessThanOrEqualTo(60).endsWith(".pdf");
            assertThat(second.leaflet.name()).isEqualTo("leaflets/Swing2/passwd");
        });
    }

    @Test
    void keepsTheFilesOfManyRowsAtOnce() {
        shop.run(() -> {
            var rows = new ArrayList<Poster>();
            for (int i = 0; i < 3; i++) {
                var row = new Poster();
                row.title = "P" + i;
                row.image = StoredFile.of(Sent.png("p.png", 10 + i, 1));
                rows.add(row);
            }
            Posters.all().bulkCreate(rows);

            assertThat(kept()).hasSize(3);
            List<Poster> read = Posters.orderBy(Posters.title.asc()).list();
            assertThat(read).extracting(row -> row.imageWidth).containsExactly(10, 11, 12);
            read.getFirst().image = StoredFile.of(Sent.png("q.png", 99, 1));
            Posters.all().bulkUpdate(read, Posters.image);
            assertThat(Posters.get(Posters.title.eq("P0")).imageWidth).isEqualTo(99);
            assertThatThrownBy(() -> Posters.image.set(StoredFile.of(new Sent("x", "x"))))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("[orm.E272]");
        });
    }

    @Test
    void showsFilesInTemplates() {
        shop.run(() -> {
            Poster row = poster("Swing");
            String page =
                    "{% if p.image %}{{ p.image.url }} {{ p.image.size }} {{ p.image.width }}x"
                            + "{{ p.imageHeight }}{% endif %}[{{ p.leaflet.url }}"
                            + "{% if p.leaflet %}no{% endif %}]{{ p.image }}";

            String text =
                    TemplateEngine.builder().build().fromString(page).render(Map.of("p", row));

            assertThat(text)
                    .isEqualTo(
                            "/media/posters/2026/05/front.png "
                                    + row.image.size()
                                    + " 30x40[]posters/2026/05/front.png");
        });
    }

    @Test
    void saysThatThereIsNoFileOrNotYet() {
        shop.run(() -> {
            assertThatThrownBy(StoredFile.NONE::url)
                    .isInstanceOf(NoFileException.class)
                    .hasMessageContaining("[orm.E270]");
            assertThatThrownBy(() -> StoredFile.of(new Sent("x.pdf", "x")).url())
                    .hasMessageContaining("[orm.E271]");
        });
    }

    @Test
    void findsAStorageThatTheSiteDoesNotHave() {
        var without = shop.context().with(Storages.KEY, Storages.of(shop.open));

        assertThat(new ModelChecks().run(without))
                .filteredOn(message -> message.id().equals("orm.E273"))
                .extracting(CheckMessage::message)
                .containsExactly(
                        "shop.Poster.leaflet keeps its files in 'private', and there is no such"
                                + " storage.");
    }
}
