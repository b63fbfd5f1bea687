package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.forms.shop.Genre;
import dev.quintet.forms.shop.Shelf;
import dev.quintet.forms.shop.Shelves;
import dev.quintet.forms.shop.Tape;
import dev.quintet.forms.shop.Tapes;
import dev.quintet.forms.widget.FormData;
import java.nio.file.Path;
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

/// Forms for rows whose key has several fields, and for those that lead to them; on every database.
@ParameterizedClass
@FieldSource("dev.quintet.forms.Shop#KINDS")
class ModelFormKeysTest {

    static final class TapeForm extends ModelForm<Tape> {
        TapeForm() {
            fields(Tapes.title, Tapes.shelf, Tapes.spare, Tapes.genre);
        }
    }

    static final class SearchedForm extends ModelForm<Tape> {
        SearchedForm() {
            fields(Tapes.title, Tapes.shelf);
            on(Tapes.shelf).widget(new AutocompleteSelect("/shelves/"));
        }
    }

    static final class ShelfForm extends ModelForm<Shelf> {
        ShelfForm() {
            fields(Shelves.aisle, Shelves.number, Shelves.label);
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

    private static Map<String, @Nullable Object> submitted(String shelf, String spare) {
        var data = new HashMap<String, @Nullable Object>();
        data.put("title", "Blue Train");
        data.put("shelf", shelf);
        data.put("spare", spare);
        return data;
    }

    @Test
    void offersRowsByTheirWholeKeys() {
        shop.run(() -> {
            Shelf left = Shelf.at("A~1", 1, "Left");
            Shelf.at("A", 2, "Right");
            var form = new TapeForm();
            form.instance(Tape.on(left, "Blue Train"));

            assertThat(form.get("shelf").toHtml().text())
                    .contains("<option value=\"A%7E1~1\" selected>Left</option>")
                    .contains("<option value=\"A~2\">Right</option>");
            assertThat(form.get("spare").toHtml().text())
                    .contains("<option value=\"\" selected>---------</option>");
        });
    }

    @Test
    void savesAllColumnsOfARelation() {
        shop.run(() -> {
            Shelf left = Shelf.at("A~1", 1, "Left");
            Shelf right = Shelf.at("A", 2, "Right");
            var form = new TapeForm();
            form.bind(submitted("A%7E1~1", "A~2"));

            assertThat(form.errors().asText()).isEmpty();
            Tape saved = form.save();

            Tape read = Tapes.get(Tapes.id.eq(saved.id));
            assertThat(read.shelf.get()).isEqualTo(left);
            assertThat(read.spare.get()).isEqualTo(right);
        });
    }

    @Test
    void leadsNowhereWhereNothingWasChosen() {
        shop.run(() -> {
            Shelf left = Shelf.at("A", 1, "Left");
            Tape tape = Tape.on(left, "Blue Train");
            tape.spare.set(left);
            tape.save();
            var form = new TapeForm();
            form.instance(tape);
            form.bind(submitted("A~1", ""));

            assertThat(form.changedFields()).containsExactly("spare");
            form.save();

            assertThat(Tapes.all().get().spare.key()).isNull();
        });
    }

    @Test
    void refusesKeysThatNoRowHas() {
        shop.run(() -> {
            Shelf.at("A", 1, "Left");
            for (String none : List.of("A~2", "A", "A~one", "A~1~1", "1")) {
                var form = new TapeForm();
                form.bind(submitted(none, ""));

                assertThat(form.errors().get("shelf")).as(none).isNotNull();
            }
            var empty = new TapeForm();
            empty.bind(submitted("", ""));
            assertThat(empty.errors().get("shelf").messages())
                    .containsExactly("This field is required.");
        });
    }

    @Test
    void offersAndTakesOnlyWhatTheModelLimitsARelationTo() {
        shop.run(() -> {
            Shelf full = Shelf.at("A", 1, "Left");
            full.full = true;
            full.save();
            Shelf.at("A", 2, "Right");
            var form = new TapeForm();
            form.bind(submitted("A~1", "A~1"));

            assertThat(form.get("shelf").toHtml().text()).contains("Right").doesNotContain("Left");
            assertThat(form.get("spare").toHtml().text()).contains("Right", "Left");
            assertThat(form.errors().get("shelf")).isNotNull();
            assertThat(form.errors().get("spare")).isNull();
        });
    }

    @Test
    void sendsTheChosenRowWhereOthersAreSearched() {
        shop.run(() -> {
            Shelf left = Shelf.at("A", 1, "Left");
            var form = new SearchedForm();
            form.instance(Tape.on(left, "Blue Train"));

            assertThat(form.get("shelf").toHtml().text())
                    .contains("<option value=\"A~1\" selected>Left</option>");
            form = new SearchedForm();
            form.bind(submitted("A~1", ""));
            assertThat(form.save().shelf.key()).isEqualTo(List.of("A", 1));
        });
    }

    @Test
    void addsARowWithItsKeyAndNeverChangesThat() {
        shop.run(() -> {
            var form = new ShelfForm();
            form.bind(Map.of("aisle", "B", "number", "7", "label", "Back"));
            Shelf saved = form.save();

            var again = new ShelfForm();
            again.instance(saved);
            again.bind(Map.of("aisle", "C", "number", "8", "label", "Front"));
            again.save();

            assertThat(Shelves.all().list())
                    .extracting(one -> one.aisle + one.number + one.label)
                    .containsExactly("B7Front");
        });
    }

    @Test
    void findsASecondRowOfTheSameKey() {
        shop.run(() -> {
            Shelf.at("B", 7, "Back");
            var form = new ShelfForm();
            form.bind(Map.of("aisle", "B", "number", "7", "label", "Again"));

            assertThat(form.isValid()).isFalse();
        });
    }

    @Test
    void tellsTheFormsOfASetByWholeKeys() {
        shop.run(() -> {
            Shelf.at("B", 7, "Back");
            Shelf.at("B", 8, "Front");
            var set = ModelFormSet.of(ShelfForm::new, Shelves.all());
            assertThat(set.forms().getFirst().get("pk").toHtml().text())
                    .contains("type=\"hidden\"", "value=\"B~7\"");
            var data = new HashMap<String, @Nullable Object>();
            data.put("form-TOTAL_FORMS", "2");
            data.put("form-INITIAL_FORMS", "1");
            data.put("form-0-pk", "B~8");
            data.put("form-0-label", "Changed");
            data.put("form-1-aisle", "C");
            data.put("form-1-number", "1");
            data.put("form-1-label", "New");
            var sent = ModelFormSet.of(ShelfForm::new, Shelves.all());
            sent.bind(FormData.of(data));

            sent.save();

            assertThat(Shelves.all().list())
                    .extracting(one -> one.aisle + one.number + one.label)
                    .containsExactly("B7Back", "B8Changed", "C1New");
        });
    }

    @Test
    void setsTheRowsThatLeadToOne() {
        shop.run(() -> {
            Shelf left = Shelf.at("A", 1, "Left");
            Shelf right = Shelf.at("A", 2, "Right");
            Tape there = Tape.on(left, "Blue Train");
            Tape.on(right, "Giant Steps");
            var data = new HashMap<String, @Nullable Object>();
            data.put("tape_set-TOTAL_FORMS", "2");
            data.put("tape_set-INITIAL_FORMS", "1");
            data.put("tape_set-0-id", String.valueOf(there.id));
            data.put("tape_set-0-title", "Blue Trane");
            data.put("tape_set-1-title", "Soultrane");
            var set = ModelFormSet.inline(TitleForm::new, Tapes.shelf, left);
            set.bind(FormData.of(data));

            set.save();

            assertThat(Tapes.filter(Tapes.shelf.eq(left)).valuesFlat("title").list())
                    .containsExactly("Blue Trane", "Soultrane");
            assertThat(Tapes.filter(Tapes.shelf.eq(right)).count()).isEqualTo(1);
        });
    }

    static final class TitleForm extends ModelForm<Tape> {
        TitleForm() {
            fields(Tapes.title);
        }
    }

    @Test
    void showsTheRowThatAnotherValueThanTheKeyLeadsTo() {
        shop.run(() -> {
            Genre swing = Shop.genre("Swing");
            Tape tape = Tape.on(Shelf.at("A", 1, "Left"), "Blue Train");
            tape.genre.set(swing);
            tape.save();
            var form = new TapeForm();
            form.instance(Tapes.all().get());

            assertThat(form.get("genre").toHtml().text())
                    .contains("<option value=\"" + swing.id + "\" selected>Swing</option>");
        });
    }
}
