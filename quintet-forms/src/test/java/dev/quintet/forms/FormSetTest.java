package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.forms.widget.FormData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormSetTest {

    static final class Line extends Form {
        public final CharField what = charField();
        public final IntegerField count = integerField().min(1);
    }

    private static Map<String, Object> counts(int total, int initial) {
        var data = new HashMap<String, Object>();
        data.put("form-TOTAL_FORMS", String.valueOf(total));
        data.put("form-INITIAL_FORMS", String.valueOf(initial));
        return data;
    }

    private static void row(Map<String, Object> data, int row, String what, String count) {
        data.put("form-" + row + "-what", what);
        data.put("form-" + row + "-count", count);
    }

    @Test
    void changesOneRowDeletesOneAndAddsOne() {
        var data = counts(3, 2);
        row(data, 0, "pen", "5");
        row(data, 1, "ink", "1");
        data.put("form-1-DELETE", "on");
        row(data, 2, "pad", "2");
        FormSet<Line> lines =
                FormSet.of(Line::new)
                        .canDelete()
                        .initial(
                                List.of(
                                        Map.of("what", "pen", "count", 4),
                                        Map.of("what", "ink", "count", 1)));
        lines.bind(FormData.of(data));

        assertThat(lines.isValid()).isTrue();
        assertThat(lines.forms().get(0).changedFields()).containsExactly("count");
        assertThat(lines.deletedForms())
                .extracting(line -> line.what.value())
                .containsExactly("ink");
        assertThat(lines.orderedForms())
                .extracting(line -> line.what.value())
                .containsExactly("pen", "pad");
    }

    @Test
    void ignoresRowsThatStayedEmptyAndErrorsOfRowsToBeDeleted() {
        var data = counts(3, 1);
        row(data, 0, "", "x");
        data.put("form-0-DELETE", "on");
        row(data, 1, "", "");
        row(data, 2, "pad", "2");
        FormSet<Line> lines =
                FormSet.of(Line::new).canDelete().initial(List.of(Map.of("what", "a", "count", 1)));
        lines.bind(FormData.of(data));

        assertThat(lines.isValid()).isTrue();
        assertThat(lines.orderedForms())
                .extracting(line -> line.what.value())
                .containsExactly("pad");
    }

    @Test
    void ordersRowsAsAskedForAndThoseWithoutAPlaceLast() {
        var data = counts(3, 0);
        row(data, 0, "b", "1");
        data.put("form-0-ORDER", "2");
        row(data, 1, "last", "1");
        row(data, 2, "a", "1");
        data.put("form-2-ORDER", "1");
        FormSet<Line> lines = FormSet.of(Line::new).canOrder();
        lines.bind(FormData.of(data));

        assertThat(lines.isValid()).isTrue();
        assertThat(lines.orderedForms())
                .extracting(line -> line.what.value())
                .containsExactly("a", "b", "last");
    }

    @Test
    void limitsForgedCounts() {
        FormSet<Line> lines = FormSet.of(Line::new).max(2).absoluteMax(5);
        lines.bind(FormData.of(counts(2_000_000_000, 2_000_000_000)));

        assertThat(lines.forms()).hasSize(5);
        assertThat(lines.isValid()).isFalse();
        assertThat(lines.nonFormErrors().messages())
                .containsExactly("Please submit at most 2 forms.");

        lines.bind(FormData.of(counts(-3, -1)));
        assertThat(lines.forms()).isEmpty();
    }

    @Test
    void saysThatItsManagementFormIsMissing() {
        FormSet<Line> lines = FormSet.of(Line::new);
        lines.bind(FormData.of(Map.of("form-0-what", "x")));

        assertThat(lines.isValid()).isFalse();
        assertThat(lines.nonFormErrors().asData().getFirst().code())
                .isEqualTo("missing_management_form");
    }

    @Test
    void asksForSoManyRows() {
        var data = counts(1, 0);
        row(data, 0, "a", "1");
        FormSet<Line> lines = FormSet.of(Line::new).min(2).validateMin();
        lines.bind(FormData.of(data));

        assertThat(lines.nonFormErrors().messages())
                .containsExactly("Please submit at least 2 forms.");
    }

    @Test
    void checksRowsTogether() {
        var data = counts(2, 0);
        row(data, 0, "a", "1");
        row(data, 1, "a", "2");
        FormSet<Line> lines =
                FormSet.of(Line::new)
                        .clean(all -> {
                            long kinds =
                                    all.forms().stream()
                                            .map(line -> line.what.value())
                                            .distinct()
                                            .count();
                            if (kinds < all.forms().size()) {
                                all.addError("Name each thing once.");
                            }
                        });
        lines.bind(FormData.of(data));

        assertThat(lines.isValid()).isFalse();
        assertThat(lines.nonFormErrors().messages()).containsExactly("Name each thing once.");
    }

    @Test
    void givesScriptsAnEmptyRowToCopy() {
        FormSet<Line> lines = FormSet.of(Line::new).extra(0);

        assertThat(lines.forms()).isEmpty();
        assertThat(lines.emptyForm().what.toHtml().text())
                .isEqualTo(
                        "<input type=\"text\" name=\"form-__prefix__-what\""
                                + " id=\"id_form-__prefix__-what\">");
    }

    @Test
    void showsAsManyRowsAsThereAreAndSomeMore() {
        FormSet<Line> lines =
                FormSet.of(Line::new).extra(2).initial(List.of(Map.of("what", "a", "count", 1)));

        assertThat(lines.forms()).hasSize(3);
        assertThat(lines.max(2).totalRows()).isEqualTo(2);
        assertThat(lines.canDeleteOnlyInitial().toHtml().text())
                .contains("name=\"form-TOTAL_FORMS\" value=\"2\"");
    }

    @Test
    void addsARowWithoutAnyScript() {
        var data = counts(1, 0);
        row(data, 0, "half of", "");
        data.put("form-ADD", "1");
        FormSet<Line> lines = FormSet.of(Line::new).max(2);

        assertThat(lines.addButton().text())
                .isEqualTo(
                        "<button type=\"submit\" name=\"form-ADD\" value=\"1\""
                                + " formnovalidate>Add another</button>");
        lines.bind(FormData.of(data));

        assertThat(lines.wantsAnotherRow()).isTrue();
        assertThat(lines.isValid()).isFalse();
        assertThat(lines.forms()).hasSize(2);
        assertThat(lines.toHtml().text())
                .contains("name=\"form-TOTAL_FORMS\" value=\"2\"", "value=\"half of\"")
                .doesNotContain("errorlist");
        assertThat(lines.addButton().text()).isEmpty();
    }

    private static FormSet<Line> removable(Map<String, Object> data) {
        FormSet<Line> lines =
                FormSet.of(Line::new)
                        .canDelete()
                        .canRemove()
                        .initial(List.of(Map.of("what", "pen", "count", 4)));
        lines.bind(FormData.of(data));
        return lines;
    }

    @Test
    void takesANewRowAwayWithoutAnyScript() {
        var data = counts(4, 1);
        row(data, 0, "pen", "4");
        row(data, 1, "ink", "x");
        row(data, 2, "pad", "2");
        row(data, 3, "cup", "3");
        data.put("form-1-REMOVE", "1");
        FormSet<Line> lines = removable(data);

        assertThat(lines.wantsOtherRows()).isTrue();
        assertThat(lines.wantsAnotherRow()).isFalse();
        assertThat(lines.isValid()).isFalse();
        assertThat(lines.forms())
                .extracting(line -> line.what.bound().shown())
                .containsExactly("pen", "pad", "cup");
        assertThat(lines.toHtml().text())
                .contains(
                        "name=\"form-TOTAL_FORMS\" value=\"3\"",
                        "<button type=\"submit\" name=\"form-2-REMOVE\" value=\"1\""
                                + " formnovalidate aria-label=\"Remove 3\""
                                + " id=\"id_form-2-REMOVE\">Remove</button>",
                        "name=\"form-0-DELETE\"")
                .doesNotContain("form-0-REMOVE", "form-1-DELETE", "errorlist");
    }

    @Test
    void takesAwayNoRowThatIsKeptAlready() {
        for (String forged :
                List.of("form-0-REMOVE", "form-9-REMOVE", "form-REMOVE", "form--REMOVE")) {
            var data = counts(2, 1);
            row(data, 0, "pen", "4");
            row(data, 1, "ink", "1");
            data.put(forged, "1");
            FormSet<Line> lines = removable(data);

            assertThat(lines.wantsOtherRows()).isFalse();
            assertThat(lines.orderedForms())
                    .extracting(line -> line.what.value())
                    .containsExactly("pen", "ink");
        }
    }
}
