package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.forms.widget.CheckboxInput;
import dev.quintet.forms.widget.CheckboxSelectMultiple;
import dev.quintet.forms.widget.Choices;
import dev.quintet.forms.widget.ClearableFileInput;
import dev.quintet.forms.widget.ColorInput;
import dev.quintet.forms.widget.DateInput;
import dev.quintet.forms.widget.DateTimeInput;
import dev.quintet.forms.widget.EmailInput;
import dev.quintet.forms.widget.FileInput;
import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.forms.widget.HiddenInput;
import dev.quintet.forms.widget.Input;
import dev.quintet.forms.widget.MultipleHiddenInput;
import dev.quintet.forms.widget.NullBooleanSelect;
import dev.quintet.forms.widget.NumberInput;
import dev.quintet.forms.widget.PasswordInput;
import dev.quintet.forms.widget.RadioSelect;
import dev.quintet.forms.widget.SearchInput;
import dev.quintet.forms.widget.Select;
import dev.quintet.forms.widget.SelectDateWidget;
import dev.quintet.forms.widget.SelectMultiple;
import dev.quintet.forms.widget.SplitDateTimeWidget;
import dev.quintet.forms.widget.TelInput;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.forms.widget.TimeInput;
import dev.quintet.forms.widget.UrlInput;
import dev.quintet.forms.widget.Widget;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The reference page shows each field and each widget as it is rendered.
class ReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference/forms.md");

    enum Size {
        SMALL,
        LARGE
    }

    /// Each field as the page names it.
    static final class Fields extends Form {
        private final List<String> rows = new ArrayList<>();

        private <F extends FormField<?, F>> void row(String code, String type, F field) {
            field.named("field");
            rows.add("| `" + code + "` | `" + type + "` | `" + flat(shown(field)) + "` |");
            field.named("field" + rows.size());
        }

        private static String shown(FormField<?, ?> field) {
            return new BoundField(field.bound().form(), field).toHtml().text();
        }

        Fields() {
            row("charField().maxLength(20)", "String", charField().maxLength(20));
            row("emailField()", "String", emailField());
            row("urlField()", "String", urlField());
            row("slugField().unicode()", "String", slugField().unicode());
            row("regexField(\"^[0-9]+\\\\z\")", "String", regexField("^[0-9]+\\z"));
            row("ipAddressField().unpackIpv4()", "String", ipAddressField().unpackIpv4());
            row("integerField().min(1).max(9)", "Integer", integerField().min(1).max(9));
            row("longField().step(5L)", "Long", longField().step(5L));
            row("floatField().min(0.5)", "Double", floatField().min(0.5));
            row(
                    "decimalField().digits(8).decimals(2)",
                    "BigDecimal",
                    decimalField().digits(8).decimals(2));
            row(
                    "dateField().inputFormats(\"%d.%m.%Y\")",
                    "LocalDate", dateField().inputFormats("%d.%m.%Y"));
            row("timeField()", "LocalTime", timeField());
            row("dateTimeField()", "LocalDateTime", dateTimeField());
            row("instantField()", "Instant", instantField());
            row("splitDateTimeField()", "LocalDateTime", splitDateTimeField());
            row("durationField()", "Duration", durationField());
            row("booleanField().optional()", "Boolean", booleanField().optional());
            row("nullBooleanField()", "Boolean", nullBooleanField());
            row("uuidField()", "UUID", uuidField());
            row("jsonField()", "Object", jsonField().initial(Map.of("a", 1)));
            row("choiceField(Size.class)", "Size", choiceField(Size.class));
            row(
                    "choiceField(Choices.of(1, \"One\").orNone(\"None\"))",
                    "Integer",
                    choiceField(Choices.of(1, "One").orNone("None")));
            row("multipleChoiceField(Size.class)", "List<Size>", multipleChoiceField(Size.class));
            row("fileField()", "Upload", fileField());
            row("filesField().maxFiles(3)", "List<Upload>", filesField().maxFiles(3));
            row("imageField()", "Upload", imageField());
        }
    }

    private static String flat(String html) {
        return html.replace("\n", " ");
    }

    private static String widget(String code, Widget widget, @Nullable Object value) {
        String html = widget.render("w", value, null, FormRenderer.current()).text();
        return "| `" + code + "` | `" + flat(html) + "` |";
    }

    private static List<String> widgets() {
        Choices<Size> sizes = Choices.of(Size.class);
        return List.of(
                widget(
                        "new TextInput().attr(\"class\", \"wide\")",
                        new TextInput().attr("class", "wide"),
                        "a"),
                widget("new EmailInput()", new EmailInput(), null),
                widget("new UrlInput()", new UrlInput(), null),
                widget("new NumberInput()", new NumberInput(), new BigDecimal("1.50")),
                widget("new TelInput()", new TelInput(), null),
                widget("new SearchInput()", new SearchInput(), null),
                widget("new ColorInput()", new ColorInput(), "#ff8800"),
                widget("new Input(\"range\")", new Input("range"), 3),
                widget("new PasswordInput()", new PasswordInput(), "secret"),
                widget("new HiddenInput()", new HiddenInput(), "a"),
                widget("new MultipleHiddenInput()", new MultipleHiddenInput(), List.of("a", "b")),
                widget("new Textarea()", new Textarea(), "a"),
                widget("new DateInput()", new DateInput(), LocalDate.of(2026, 12, 24)),
                widget("DateInput.picker()", DateInput.picker(), LocalDate.of(2026, 12, 24)),
                widget("new TimeInput(\"%H:%M\")", new TimeInput("%H:%M"), LocalTime.of(9, 30)),
                widget(
                        "DateTimeInput.picker()",
                        DateTimeInput.picker(),
                        LocalDateTime.of(2026, 12, 24, 9, 30)),
                widget(
                        "new SplitDateTimeWidget()",
                        new SplitDateTimeWidget(),
                        LocalDateTime.of(2026, 12, 24, 9, 30)),
                widget(
                                "new SelectDateWidget().years(2026, 2025).months(Map.of(1, \"Jan\"))",
                                new SelectDateWidget().years(2026, 2025).months(Map.of(1, "Jan")),
                                null)
                        .replaceAll(
                                "(<option value=\"3\">3</option>).*?(<option value=\"31\">)",
                                "$1 ... $2"),
                widget("new CheckboxInput()", new CheckboxInput(), true),
                widget("new Select()", new Select().choices(sizes), Size.LARGE),
                widget(
                        "new SelectMultiple()",
                        new SelectMultiple().choices(sizes),
                        List.of(Size.LARGE)),
                widget("new NullBooleanSelect()", new NullBooleanSelect(), true),
                widget("new RadioSelect()", new RadioSelect().choices(sizes), Size.SMALL),
                widget(
                        "new CheckboxSelectMultiple()",
                        new CheckboxSelectMultiple().choices(sizes),
                        List.of(Size.SMALL)),
                widget("new FileInput()", new FileInput(), null),
                widget("FileInput.several()", FileInput.several(), null),
                widget("new ClearableFileInput()", new ClearableFileInput(), null));
    }

    @Test
    void showsEachFieldAsItIsRendered() throws IOException {
        assertThat(Files.readString(PAGE).lines()).containsAll(new Fields().rows);
    }

    @Test
    void showsEachWidgetAsItIsRendered() throws IOException {
        assertThat(Files.readString(PAGE).lines()).containsAll(widgets());
    }
}
