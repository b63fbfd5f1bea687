package records;

import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.Site;
import dev.quintet.forms.AutocompleteSelect;
import dev.quintet.forms.BooleanField;
import dev.quintet.forms.CharField;
import dev.quintet.forms.DateField;
import dev.quintet.forms.FileField;
import dev.quintet.forms.Form;
import dev.quintet.forms.ModelChoiceField;
import dev.quintet.forms.ModelMultipleChoiceField;
import dev.quintet.forms.MultipleChoiceField;
import dev.quintet.forms.SplitDateTimeField;
import dev.quintet.forms.widget.CheckboxSelectMultiple;
import dev.quintet.forms.widget.Choices;
import dev.quintet.forms.widget.DateInput;
import dev.quintet.forms.widget.SelectDateWidget;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.test.Chromium;
import dev.quintet.test.NeedsChromium;
import dev.quintet.web.AutocompleteView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import records.catalog.Artist;
import records.catalog.Artists;
import records.catalog.CatalogApp;

/// Forms as they come, with the site's default middleware, in a real browser.
@NeedsChromium
class FormPagesTest {

    /// One of many kinds.
    public static final class Everything extends Form {
        public final ModelChoiceField<Artist> artist =
                modelChoiceField(Artists.filter(Artists.name.startsWith("A")))
                        .widget(new AutocompleteSelect("/find/"));
        public final ModelMultipleChoiceField<Artist> others =
                modelMultipleChoiceField(Artists.filter(Artists.name.startsWith("A")))
                        .optional()
                        .helpText("As many as you like.")
                        .widget(AutocompleteSelect.several("/find/"));
        public final CharField title = charField().maxLength(10).helpText("Ten letters.");
        public final DateField day = dateField().widget(DateInput.picker());
        public final MultipleChoiceField<Integer> sides =
                multipleChoiceField(Choices.of(1, "One").and(2, "Two"))
                        .widget(new CheckboxSelectMultiple());
        public final SplitDateTimeField begins = splitDateTimeField().optional();
        public final DateField born =
                dateField().optional().widget(new SelectDateWidget().years(1980, 1990));
        public final FileField paper = fileField().optional();
        public final BooleanField sure = booleanField();
    }

    /// A page, and what its field asks.
    public static final class Pages extends Site {
        @Override
        protected void settings(Settings settings) {
            settings.apps(CatalogApp.class);
            settings.secretKey("x".repeat(50));
        }

        @Override
        protected Routes routes() {
            return Routes.of(
                    path("", Pages::page),
                    path(
                            "find/",
                            AutocompleteView.of(_ -> new Everything().artist, Artists.name)
                                    .perPage(10)));
        }

        static Response page(Request request) {
            var form = new Everything();
            if (request.is("POST") && form.accepts(request)) {
                return Response.text(
                        form.artist.orThrow().name
                                + " "
                                + form.others.orThrow().stream().map(a -> a.name).toList());
            }
            return render(request, "form-pages.html", Map.of("form", form));
        }
    }

    @TempDir private Path folder;
    private ShopWindow window;
    private Chromium page;

    @BeforeEach
    void open() throws IOException {
        window = ShopWindow.open(new Pages(), folder);
        page = window.at("/");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Object focused(String what) {
        return page.run("document.activeElement." + what);
    }

    @Test
    void findsRowsByTheKeyboardAsAComboboxDoes() throws IOException {
        page.await("document.querySelector('[role=combobox]')");
        assertThat(page.spoken()).anyMatch(line -> line.startsWith("combobox 'Artist:'"));
        window.tabTo("Artist");
        assertThat(focused("getAttribute('aria-expanded')")).isEqualTo("false");

        page.press("ArrowDown");
        page.await("document.activeElement.getAttribute('aria-expanded') === 'true'");
        assertThat(page.run("document.querySelectorAll('#id_artist_list [role=option]').length"))
                .isEqualTo(10L);
        page.press("ArrowUp");
        page.await("document.querySelectorAll('#id_artist_list [role=option]').length === 20");
        assertThat(window.faults()).isEmpty();
        page.press("Escape");
        assertThat(focused("getAttribute('aria-expanded')")).isEqualTo("false");

        page.type("aero");
        page.await("document.querySelectorAll('#id_artist_list [role=option]').length === 2");
        page.press("ArrowDown");
        assertThat(focused("getAttribute('aria-activedescendant')")).isEqualTo("id_artist_list_0");
        page.press("Enter");

        assertThat(focused("value")).isEqualTo("Aerosmith");
        assertThat(page.run("document.getElementsByName('artist')[0].selectedOptions[0].text"))
                .isEqualTo("Aerosmith");
        assertThat(page.run("document.querySelector('.autocomplete-status').textContent"))
                .isEqualTo("Aerosmith chosen.");
        page.type("xyz");
        page.await(
                "document.querySelector('.autocomplete-status').textContent === 'Nothing found.'");
        page.press("Tab");
        assertThat(page.run("document.getElementById('id_artist').value")).isEqualTo("Aerosmith");
        assertThat(page.complaints()).noneMatch(line -> line.contains("Content Security"));
    }

    @Test
    void choosesSeveralAndDropsThemAgain() {
        page.await("document.querySelector('[role=combobox]')");
        window.tabTo("Others");
        for (String name : List.of("AC/DC", "Accept", "Aerosmith")) {
            page.type(name);
            page.await(
                    "document.querySelector('#id_others_list [role=option]')?.textContent === '"
                            + name
                            + "' && !document.querySelector('#id_others_list').hidden");
            page.press("ArrowDown", "Enter");
        }
        page.press("Backspace");

        assertThat(
                        page.run(
                                "[...document.getElementsByName('others')[0].selectedOptions]"
                                        + ".map(o => o.text).join()"))
                .isEqualTo("AC/DC,Accept");
        assertThat(page.run("document.querySelector('.autocomplete-chosen').innerText"))
                .asString()
                .contains("AC/DC", "Accept")
                .doesNotContain("Aerosmith");
        assertThat(page.run("document.querySelector('.autocomplete-chosen button').ariaLabel"))
                .isEqualTo("Remove AC/DC");
    }

    @Test
    void isAListWhereNoScriptRuns() {
        // The select itself, as it came: the first rows of the field's own query.
        Object options =
                page.run(
                        "fetch('/').then(r => r.text()).then(t => new DOMParser()"
                                + ".parseFromString(t, 'text/html')).then(d =>"
                                + " [...d.getElementById('id_artist').options].map(o => o.text)"
                                + ".join())");

        assertThat(options)
                .asString()
                .startsWith("---------,A Cor Do Som,AC/DC,")
                .doesNotContain("Black");
    }

    @Test
    void passesAxeWithAndWithoutErrors() throws IOException {
        page.await("document.querySelector('[role=combobox]')");
        assertThat(window.faults()).isEmpty();
        assertThat(page.spoken())
                .contains("group 'Begins:'", "textbox 'Date'", "textbox 'Time'")
                .contains("group 'Born:'")
                .anyMatch(line -> line.startsWith("combobox 'Month'"))
                .anyMatch(line -> line.startsWith("combobox 'Year'"));

        page.leave("document.forms[0].noValidate = true; document.forms[0].submit()");

        page.await("document.querySelector('[role=combobox]')");
        assertThat(page.text()).contains("This field is required.");
        assertThat(window.faults()).isEmpty();
        assertThat(page.spoken())
                .anyMatch(line ->
                        line.startsWith("combobox 'Artist:' (This field is required.)")
                                && line.contains("invalid"))
                .anyMatch(line ->
                        line.startsWith("textbox 'Title:' (Ten letters. This field is required.)"));
    }
}
