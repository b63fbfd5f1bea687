package records;

import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.Site;
import dev.quintet.forms.ModelForm;
import dev.quintet.forms.ModelFormSet;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.test.Chromium;
import dev.quintet.test.NeedsChromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import records.catalog.CatalogApp;
import records.catalog.Genre;
import records.catalog.Genres;

/// Rows that come and go on a page in a real browser: one page, with htmx and without any script.
@NeedsChromium
class FormRowsTest {

    /// A row.
    public static final class GenreForm extends ModelForm<Genre> {
        public GenreForm() {
            fields(Genres.name);
        }
    }

    /// A page of rows.
    public static final class Pages extends Site {
        @Override
        protected void settings(Settings settings) {
            settings.apps(CatalogApp.class);
            settings.secretKey("x".repeat(50));
        }

        @Override
        protected Routes routes() {
            return Routes.of(path("", Pages::page));
        }

        static Response page(Request request) {
            var rows =
                    ModelFormSet.of(GenreForm::new, Genres.filter(Genres.name.startsWith("A")))
                            .extra(0)
                            .canDelete()
                            .canRemove();
            if (request.is("POST") && rows.accepts(request)) {
                rows.save();
                return redirect(request.path());
            }
            return render(request, "rows.html", Map.of("rows", rows));
        }
    }

    @TempDir private Path folder;
    private ShopWindow window;
    private Chromium page;

    @BeforeEach
    void open() throws IOException {
        window = ShopWindow.open(new Pages(), folder);
        page = window.browser();
    }

    @AfterEach
    void close() {
        window.close();
    }

    /// Presses a button that changes the rows, as its way of running wants it.
    private void press(String selector, boolean htmx, int rows) {
        String click = "document.querySelector('" + selector + "').click()";
        if (htmx) {
            page.run(click);
        } else {
            page.leave(click);
        }
        page.await("document.querySelectorAll('.row').length === " + rows);
    }

    private void save() {
        page.leave("document.querySelector('#rows > button').click()");
    }

    private Object names() {
        return page.run(
                "[...document.querySelectorAll('[name$=-name]')].map(e => e.value).join('|')");
    }

    private void type(int row, String text) {
        page.run("document.getElementById('id_form-" + row + "-name').focus()");
        page.type(text);
    }

    @ParameterizedTest(name = "htmx {0}")
    @ValueSource(booleans = {true, false})
    void rowsComeAndGo(boolean htmx) throws IOException {
        page.scripts(htmx);
        window.at("/");
        page.run("window.marked = true");
        assertThat(names()).isEqualTo("Alternative|Alternative & Punk");

        press("[name=form-ADD]", htmx, 3);
        type(2, "Aleatoric");
        press("[name=form-ADD]", htmx, 4);
        type(3, "Ambient");
        press("[name=form-ADD]", htmx, 5);
        type(4, "Afrobeat");
        if (htmx) {
            assertThat(window.faults()).isEmpty();
        }
        press("[name=form-3-REMOVE]", htmx, 4);

        assertThat(names()).isEqualTo("Alternative|Alternative & Punk|Aleatoric|Afrobeat");
        assertThat(page.run("window.marked === true")).isEqualTo(htmx);
        save();
        assertThat(names()).isEqualTo("Afrobeat|Aleatoric|Alternative|Alternative & Punk");
        page.run("document.querySelector('[name=form-0-DELETE]').click()");
        save();
        assertThat(names()).isEqualTo("Aleatoric|Alternative|Alternative & Punk");
        assertThat(page.complaints()).noneMatch(line -> line.contains("Content Security"));
    }
}
