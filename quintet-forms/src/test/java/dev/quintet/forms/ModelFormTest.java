package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.forms.shop.Album;
import dev.quintet.forms.shop.Albums;
import dev.quintet.forms.shop.Artist;
import dev.quintet.forms.shop.Artists;
import dev.quintet.forms.shop.Genre;
import dev.quintet.forms.widget.RadioSelect;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.orm.connection.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// On every database.
@ParameterizedClass
@FieldSource("dev.quintet.forms.Shop#KINDS")
class ModelFormTest {

    static final class AlbumForm extends ModelForm<Album> {
        AlbumForm() {
            fields(
                    Albums.title,
                    Albums.slug,
                    Albums.price,
                    Albums.format,
                    Albums.released,
                    Albums.artist,
                    Albums.genres);
            on(Albums.title).widget(new Textarea());
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

    private static Map<String, @Nullable Object> submitted(Artist artist, Genre... genres) {
        var data = new HashMap<String, @Nullable Object>();
        data.put("title", "Djangology");
        data.put("slug", "djangology");
        data.put("price", "12.50");
        data.put("format", "CASSETTE");
        data.put("released", "1949-01-01");
        data.put("artist", String.valueOf(artist.id));
        data.put("genres", java.util.Arrays.stream(genres).map(g -> String.valueOf(g.id)).toList());
        return data;
    }

    @Test
    void savesANewRowWithItsRelations() {
        shop.run(() -> {
            Artist django = Shop.artist("Django");
            Genre swing = Shop.genre("Swing");
            var form = new AlbumForm();
            form.bind(submitted(django, swing));

            assertThat(form.errors().asText()).isEmpty();
            Album saved = form.save();

            Album read = Albums.get(Albums.id.eq(saved.id));
            assertThat(read.title).isEqualTo("Djangology");
            assertThat(read.slug.text()).isEqualTo("djangology");
            assertThat(read.price).isEqualByComparingTo("12.50");
            assertThat(read.format).isEqualTo(Album.Format.CASSETTE);
            assertThat(read.released).isEqualTo("1949-01-01");
            assertThat(read.artist.get()).isEqualTo(django);
            assertThat(read.genres.list()).containsExactly(swing);
        });
    }

    @Test
    void neverSetsWhatIsNotListed() {
        shop.run(() -> {
            var data = submitted(Shop.artist("Django"), Shop.genre("Swing"));
            data.put("stock", "99");
            data.put("hidden", "on");
            data.put("id", "77");
            var form = new AlbumForm();
            form.bind(data);

            Album saved = form.save();

            assertThat(saved.stock).isZero();
            assertThat(saved.hidden).isFalse();
            assertThat(saved.id).isNotEqualTo(77);
        });
    }

    @Test
    void leavesAColumnAloneWhoseFieldWasTakenAway() {
        shop.run(() -> {
            Artist django = Shop.artist("Django");
            Album album = Shop.album("Swing", django);
            var form = new AlbumForm();
            form.instance(album);
            for (FormField<?, ?> field : List.copyOf(form.fields())) {
                if (!field.name().equals("title")) {
                    form.remove(field);
                }
            }
            form.bind(Map.of("title", "Djangology", "price", "0.10"));

            Album saved = form.save();

            assertThat(saved.title).isEqualTo("Djangology");
            assertThat(saved.price).isNotEqualByComparingTo("0.10");
            assertThat(saved.artist.get()).isEqualTo(django);
        });
    }

    @Test
    void changesARowThatIsThere() {
        shop.run(() -> {
            Artist django = Shop.artist("Django");
            Album album = Shop.album("Swing", django);
            var form = new AlbumForm();
            form.instance(album);

            assertThat(form.get("title").shown()).isEqualTo("Swing");
            assertThat(form.get("artist").toHtml().text())
                    .contains("<option value=\"" + django.id + "\" selected>Django</option>");

            var data = submitted(django, Shop.genre("Swing"));
            data.put("slug", "swing");
            form.bind(data);

            assertThat(form.isValid()).isTrue();
            assertThat(form.changedFields())
                    .contains("title", "price")
                    .doesNotContain("slug", "artist");
            assertThat(form.save()).isSameAs(album);
            assertThat(Albums.all().count()).isEqualTo(1);
        });
    }

    @Test
    void tellsOfAValueThatAnotherRowHas() {
        shop.run(() -> {
            Artist django = Shop.artist("Django");
            Shop.album("djangology", django);
            var form = new AlbumForm();
            form.bind(submitted(django));

            assertThat(form.isValid()).isFalse();
            assertThat(form.get("slug").errors().messages())
                    .containsExactly("Album with this Slug already exists.");
            assertThatThrownBy(form::save)
                    .isInstanceOf(NoValueException.class)
                    .hasMessageContaining("[forms.E012]");
        });
    }

    @Test
    void tellsOfAConstraintOfTheModelThatDoesNotHold() {
        shop.run(() -> {
            var data = submitted(Shop.artist("Django"));
            data.put("price", "-1.00");
            var form = new AlbumForm();
            form.bind(data);

            assertThat(form.isValid()).isFalse();
            assertThat(form.errors().asText()).contains("A record is never cheaper than free.");
        });
    }

    @Test
    void savesNothingWhenNothingWasChanged() {
        shop.run(() -> {
            Artist django = Shop.artist("Django");
            Genre swing = Shop.genre("Swing");
            var first = new AlbumForm();
            first.bind(submitted(django, swing));
            long id = first.save().id;
            var form = new AlbumForm();
            form.instance(Albums.get(Albums.id.eq(id)));
            form.bind(submitted(django, swing));

            assertThat(form.isValid()).isTrue();
            assertThat(form.changedFields()).isEmpty();
            var written = new ArrayList<String>();
            Databases.current().get().observe((_, sql, _) -> written.add(sql));

            form.save();

            assertThat(written).noneMatch(sql -> sql.matches("(UPDATE|INSERT|DELETE).*"));
        });
    }

    @Test
    void refusesKeysOfRowsThatCannotBeChosen() {
        shop.run(() -> {
            Artist django = Shop.artist("Django");
            Artist other = Shop.artist("Other");
            for (String key :
                    List.of(String.valueOf(other.id), "0", "x", "1 OR 1=1", "9".repeat(40))) {
                var form =
                        new ModelForm<Album>() {
                            {
                                fields(Albums.artist);
                                limit(Albums.artist, Artists.filter(Artists.name.eq("Django")));
                            }
                        };
                form.bind(Map.of("artist", key));

                assertThat(form.hasError("artist", "invalid_choice")).as(key).isTrue();
            }
            var form = new AlbumForm();
            var data = submitted(django);
            data.put("genres", List.of("12345"));
            form.bind(data);
            assertThat(form.get("genres").errors().messages())
                    .containsExactly(
                            "Select a valid choice. 12345 is not one of the available choices.");
        });
    }

    @Test
    void takesWhatTheModelSaysOfItsFields() {
        shop.run(() -> {
            Shop.artist("Django");
            var form = new AlbumForm();

            assertThat(form.get("title").toHtml().text())
                    .startsWith("<textarea")
                    .contains("maxlength=\"100\"");
            assertThat(form.get("released").field().isRequired()).isFalse();
            assertThat(form.get("price").toHtml().text()).contains("step=\"0.01\"");
            assertThat(form.get("format").toHtml().text().replace("\n", ""))
                    .isEqualTo(
                            "<select name=\"format\" id=\"id_format\"><optgroup label=\"Older\">"
                                    + "<option value=\"LP\" selected>Long play</option>"
                                    + "<option value=\"CASSETTE\">Cassette</option></optgroup>"
                                    + "<option value=\"STREAM\">Stream</option></select>");
            assertThat(form.get("artist").toHtml().text())
                    .contains("<option value=\"\" selected>---------");
        });
    }

    static final class OwnTitle extends ModelForm<Album> {
        public final CharField title = charField().minLength(3).label("Name");
        public final BooleanField sure = booleanField();

        OwnTitle() {
            fields(Albums.price, Albums.title);
        }

        @Override
        protected void clean() {
            if ("bad".equals(title.value())) {
                addError("Not this one.");
            }
        }
    }

    @Test
    void putsAFieldOfTheFormInPlaceOfTheModels() {
        shop.run(() -> {
            var form = new OwnTitle();
            form.bind(Map.of("title", "Django", "price", "1", "sure", "on"));

            assertThat(form.fields())
                    .extracting(FormField::name)
                    .containsExactly("price", "title", "sure");
            assertThat(form.isValid()).isTrue();
            assertThat(form.instance().title).isEqualTo("Django");
            assertThat(form.value(Albums.price)).isEqualByComparingTo("1");
            assertThat(Albums.all().count()).isZero();
        });
    }

    @Test
    void letsAProgramSaveTheRowItselfAndThenItsRelations() {
        shop.run(() -> {
            Genre swing = Shop.genre("Swing");
            var form = new AlbumForm();
            form.bind(submitted(Shop.artist("Django"), swing));

            assertThat(form.isValid()).isTrue();
            Album album = form.instance();
            album.stock = 7;
            album.save();
            form.saveRelations();

            assertThat(Albums.get(Albums.id.eq(album.id)).genres.list()).containsExactly(swing);
        });
    }

    @Test
    void putsConstantsUnderHeadingsAndNamesThemInTheVisitorsLanguage() throws IOException {
        Path german = Files.createDirectories(folder.resolve("locale/de/LC_MESSAGES"));
        Files.writeString(
                german.resolve("django.po"),
                """
                msgid ""
                msgstr "Content-Type: text/plain; charset=UTF-8\\n"

                msgid "Older"
                msgstr "Älteres"

                msgid "Long play"
                msgstr "Langspielplatte"
                """);
        Translations translations = Translations.from(List.of(folder.resolve("locale")));
        shop.run(() -> {
            Album album = Shop.album("Djangology", Shop.artist("Django"));
            var form = new AlbumForm();
            form.instance(album);

            assertThat(form.get("format").toHtml().text())
                    .containsSubsequence(
                            "<optgroup label=\"Older\">",
                            "<option value=\"LP\" selected>Long play</option>",
                            "<option value=\"CASSETTE\">Cassette</option>",
                            "</optgroup>",
                            "<option value=\"STREAM\">Stream</option>");
            Context.current()
                    .with(Translations.KEY, translations)
                    .with(Language.KEY, Language.of("de"))
                    .run(() -> {
                        assertThat(form.get("format").toHtml().text())
                                .contains("<optgroup label=\"Älteres\">")
                                .contains(">Langspielplatte</option>", ">Cassette</option>");
                        assertThat(album.templateAttribute("get_format_display"))
                                .isEqualTo("Langspielplatte");
                    });
            var data = submitted(Shop.artist("Duke"), Shop.genre("Swing"));
            data.put("format", "Older");
            form.bind(data);
            assertThat(form.isValid()).isFalse();
            assertThat(form.errors().asText()).contains("format");
            data.put("format", "STREAM");
            form.bind(data);
            assertThat(form.save().format).isEqualTo(Album.Format.STREAM);
        });
    }

    @Test
    void choosesAmongRowsInGroupsWithLabelsOfYours() {
        shop.run(() -> {
            Shop.artist("Django");
            Shop.artist("Duke");
            Shop.artist("Ella");
            var form =
                    new Form() {
                        public final ModelChoiceField<Artist> who =
                                modelChoiceField(Artists.all())
                                        .choiceLabel(artist -> artist.name + "!")
                                        .groupBy(artist -> artist.name.substring(0, 1));
                        public final ModelChoiceField<Artist> radio =
                                modelChoiceField(Artists.all()).widget(new RadioSelect());
                    };

            assertThat(form.who.toHtml().text())
                    .contains(
                            "<optgroup label=\"D\">", "<optgroup label=\"E\">", ">Duke!</option>");
            assertThat(form.radio.toHtml().text()).doesNotContain("-----");
        });
    }

    @Test
    void sendsOnlyTheChosenRowOfTooMany() {
        shop.run(() -> {
            Artist duke = Shop.artist("Duke");
            Shop.artist("Ella");
            var form =
                    new Form() {
                        public final ModelChoiceField<Artist> who =
                                modelChoiceField(Artists.all())
                                        .widget(
                                                new AutocompleteSelect("/artists/")
                                                        .withoutScript(0))
                                        .initial(duke);
                    };

            assertThat(form.who.toHtml().text())
                    .contains("data-autocomplete-url=\"/artists/\"", ">Duke</option>")
                    .doesNotContain("Ella");
            assertThat(form.media().toString())
                    .contains("quintet/forms/autocomplete.js", "quintet/forms/autocomplete.css");
            form.bind(Map.of("who", "999"));
            assertThat(form.isValid()).isFalse();
        });
    }

    @Test
    void listsTheFirstRowsForBrowsersThatRunNoScript() {
        shop.run(() -> {
            Artist zoot = Shop.artist("Zoot");
            Shop.artist("Duke");
            Shop.artist("Ella");
            Shop.artist("Fats");
            var form =
                    new Form() {
                        public final ModelMultipleChoiceField<Artist> who =
                                modelMultipleChoiceField(Artists.all())
                                        .widget(AutocompleteSelect.several("/a/").withoutScript(2))
                                        .initial(List.of(zoot));
                    };

            assertThat(form.who.toHtml().text())
                    .contains(" multiple", " selected>Zoot</option>", ">Duke</option>", ">Ella<")
                    .doesNotContain("Fats");
            form.bind(Map.of("who", List.of(String.valueOf(zoot.id))));
            assertThat(form.who.orThrow()).containsExactly(zoot);
        });
    }
}
