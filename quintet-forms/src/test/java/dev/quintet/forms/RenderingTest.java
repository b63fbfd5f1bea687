package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.forms.widget.Media;
import dev.quintet.forms.widget.RadioSelect;
import dev.quintet.forms.widget.SelectDateWidget;
import dev.quintet.forms.widget.SplitDateTimeWidget;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderingTest {

    enum Size {
        SMALL,
        EXTRA_LARGE
    }

    static final class Shirt extends Form {
        public final CharField name = charField().helpText("As on <b>labels</b>.").maxLength(20);
        public final ChoiceField<Size> size = choiceField(Size.class).widget(new RadioSelect());
    }

    private static String page(String source, Form form) {
        var engine = TemplateEngine.builder().loader(FormRenderer.TEMPLATES).build();
        return engine.fromString(source).render(Map.of("form", form));
    }

    @Test
    void tiesHelpAndErrorsToTheirControl() {
        var form = new Shirt();
        form.bind(Map.of("name", ""));

        assertThat(form.name.bound().asFieldGroup().text().replaceAll("\\s*\n\\s*", ""))
                .isEqualTo(
                        "<label for=\"id_name\">Name:</label>"
                                + "<div class=\"helptext\" id=\"id_name_helptext\">As on"
                                + " <b>labels</b>.</div>"
                                + "<ul class=\"errorlist\" id=\"id_name_error\"><li>This field is"
                                + " required.</li></ul>"
                                + "<input type=\"text\" name=\"name\" maxlength=\"20\" required"
                                + " aria-invalid=\"true\""
                                + " aria-describedby=\"id_name_helptext id_name_error\" id=\"id_name\">");
    }

    @Test
    void holdsRadioButtonsTogetherInAFieldset() {
        var form = new Shirt();
        form.bind(Map.of("name", "x"));

        assertThat(form.size.bound().asFieldGroup().text().replaceAll("\\s*\n\\s*", ""))
                .startsWith("<fieldset aria-describedby=\"id_size_error\"><legend>Size:</legend>")
                .contains(
                        "<label for=\"id_size_1\"><input type=\"radio\" name=\"size\""
                                + " value=\"EXTRA_LARGE\" required aria-invalid=\"true\""
                                + " id=\"id_size_1\"> Extra large</label>");
    }

    static final class Stay extends Form {
        public final SplitDateTimeField begins = splitDateTimeField().optional();
        public final DateField ends =
                dateField().optional().widget(new SelectDateWidget().years(2026, 2026));
        public final SplitDateTimeField bare =
                splitDateTimeField().optional().widget(new SplitDateTimeWidget().partLabels());
        public final SplitDateTimeField own =
                splitDateTimeField()
                        .optional()
                        .widget(new SplitDateTimeWidget().partLabels("Day", "Hour"));
    }

    @Test
    void namesEachPartOfAWidgetWithinItsGroup() {
        var form = new Stay();

        assertThat(form.begins.bound().asFieldGroup().text())
                .contains(
                        "<legend>Begins:</legend>",
                        "name=\"begins_0\" id=\"id_begins_0\" aria-label=\"Date\"",
                        "name=\"begins_1\" id=\"id_begins_1\" aria-label=\"Time\"");
        assertThat(form.ends.toHtml().text())
                .contains(
                        "name=\"ends_month\" id=\"id_ends_month\" aria-label=\"Month\"",
                        "aria-label=\"Day\"",
                        "aria-label=\"Year\"");
        assertThat(form.own.toHtml().text()).contains("aria-label=\"Day\"", "aria-label=\"Hour\"");
        assertThat(form.bare.toHtml().text()).doesNotContain("aria-label");
        assertThat(form.begins.bound().asHidden().text()).doesNotContain("aria-label");
    }

    @Test
    void isWrittenByATemplateWholeOrInParts() {
        var form = new Shirt();
        form.name.initial("<script>");

        assertThat(page("{{ form.name }}|{{ form.name.value }}|{{ form.name.label_tag }}", form))
                .isEqualTo(
                        "<input type=\"text\" name=\"name\" value=\"&lt;script&gt;\""
                                + " maxlength=\"20\" required aria-describedby=\"id_name_helptext\""
                                + " id=\"id_name\">|&lt;script&gt;|"
                                + "<label for=\"id_name\">Name:</label>");
        assertThat(page("{{ form }}", form)).isEqualTo(form.asDiv().text());
        assertThat(page("{% for field in form %}{{ field.name }} {% endfor %}", form))
                .isEqualTo("name size ");
        assertThat(
                        page(
                                "{% for radio in form.size %}[{{ radio.tag }}{{ radio.choice_label }}]{% endfor %}",
                                form))
                .contains("id=\"id_size_0\">Small]", "id=\"id_size_1\">Extra large]");
    }

    @Test
    void changesAllFormsByOneTemplateOfAnApp() {
        TemplateEngine engine =
                TemplateEngine.builder()
                        .loader(
                                TemplateLoader.memory(
                                        Map.of(
                                                "quintet/forms/widgets/input.html",
                                                "<my-input name={{ widget.name }}>")))
                        .loader(FormRenderer.TEMPLATES)
                        .build();
        var form = new Shirt();
        form.renderer(FormRenderer.of(engine));

        assertThat(form.asP().text()).contains("<my-input name=name>");
    }

    /// A widget such as an editor that needs a script.
    static final class Editor extends Widget {
        @Override
        public String template() {
            return "quintet/forms/widgets/textarea.html";
        }

        @Override
        public Media media() {
            return Media.js("editor/base.js", "https://cdn.example.com/editor.js")
                    .and(Media.css("editor/editor.css"));
        }
    }

    static final class Post extends Form {
        public final CharField body = charField().widget(new Editor());
        public final CharField title = charField().widget(new TextInput().attr("class", "wide"));
    }

    @Test
    void collectsScriptsAndStylesWithTheNonceOfThePage() {
        FormRenderer renderer =
                FormRenderer.current()
                        .staticUrls(path -> "/s/" + path + "?v=1")
                        .nonces(() -> "n0nce");

        assertThat(new Post().media().render(renderer).text())
                .isEqualTo(
                        "<link href=\"/s/editor/editor.css?v=1\" media=\"all\" rel=\"stylesheet\""
                                + " nonce=\"n0nce\">\n"
                                + "<script src=\"/s/editor/base.js?v=1\" nonce=\"n0nce\"></script>\n"
                                + "<script src=\"https://cdn.example.com/editor.js\""
                                + " nonce=\"n0nce\"></script>");
    }

    @Test
    void mergesScriptsInAnOrderThatSuitsBoth() {
        assertThat(Media.js("a.js", "c.js").and(Media.js("b.js", "c.js", "d.js")).js())
                .containsExactly("a.js", "b.js", "c.js", "d.js");
    }

    @Test
    void hasNoIdsAndNoLabelsWhereItIsTold() {
        var form = new Shirt();
        form.autoId(null);
        form.labelSuffix("?");

        assertThat(form.name.bound().labelTag().text()).isEqualTo("Name?");
        assertThat(form.name.toHtml().text()).doesNotContain("id=", "aria");
    }

    @Test
    void marksWhatIsRequiredAndWhatIsWrongByClasses() {
        var form = new Shirt();
        form.errorCssClass("error");
        form.requiredCssClass("needed");
        form.bind(Map.of("size", "SMALL"));

        assertThat(form.asUl().text())
                .contains("<li class=\"error needed\">", "<li class=\"needed\">");
    }
}
