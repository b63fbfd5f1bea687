package dev.quintet.conformance;

import dev.quintet.forms.widget.CheckboxInput;
import dev.quintet.forms.widget.CheckboxSelectMultiple;
import dev.quintet.forms.widget.Choice;
import dev.quintet.forms.widget.ChoiceWidget;
import dev.quintet.forms.widget.Choices;
import dev.quintet.forms.widget.ClearableFileInput;
import dev.quintet.forms.widget.ColorInput;
import dev.quintet.forms.widget.DateInput;
import dev.quintet.forms.widget.DateTimeInput;
import dev.quintet.forms.widget.EmailInput;
import dev.quintet.forms.widget.FileInput;
import dev.quintet.forms.widget.HiddenInput;
import dev.quintet.forms.widget.Input;
import dev.quintet.forms.widget.MultiWidget;
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
import dev.quintet.forms.widget.ValueText;
import dev.quintet.forms.widget.Widget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the widgets that cases name.
final class FormWidgets {

    private FormWidgets() {}

    /// Takes lists only, as Django's own does.
    private static final class Parts extends MultiWidget {

        Parts(Map<String, Widget> widgets) {
            super(widgets);
        }

        @Override
        protected List<@Nullable Object> decompress(@Nullable Object value) {
            return List.of();
        }
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are text
    static Map<String, @Nullable Object> object(@Nullable Object json) {
        return json == null ? Map.of() : (Map<String, @Nullable Object>) json;
    }

    /// {@return the widget of `{"$widget": ..., "kwargs": ...}` or `{"$class": ...}`}
    static Widget of(@Nullable Object json) {
        Map<String, @Nullable Object> fields = object(json);
        Object name = fields.get("$widget") == null ? fields.get("$class") : fields.get("$widget");
        Map<String, @Nullable Object> kwargs = new LinkedHashMap<>(object(fields.get("kwargs")));
        Widget widget = made(String.valueOf(name), kwargs);
        if (kwargs.containsKey("attrs")) {
            attrs(widget, kwargs.remove("attrs"));
        }
        if (kwargs.containsKey("choices") && widget instanceof ChoiceWidget select) {
            select.choices(choices(kwargs.remove("choices")));
        }
        if (!kwargs.isEmpty()) {
            throw new UncoveredException("widgets with " + kwargs.keySet());
        }
        return widget;
    }

    private static Widget made(String name, Map<String, @Nullable Object> kwargs) {
        Object format = kwargs.remove("format");
        return switch (name) {
            case "Input" -> new Input("None");
            case "TextInput" -> new TextInput();
            case "NumberInput" -> new NumberInput();
            case "EmailInput" -> new EmailInput();
            case "URLInput" -> new UrlInput();
            case "ColorInput" -> new ColorInput();
            case "SearchInput" -> new SearchInput();
            case "TelInput" -> new TelInput();
            case "HiddenInput" -> new HiddenInput();
            case "PasswordInput" ->
                    new PasswordInput()
                            .renderValue(Boolean.TRUE.equals(kwargs.remove("render_value")));
            case "MultipleHiddenInput" -> new MultipleHiddenInput();
            case "Textarea" -> new Textarea();
            case "DateInput" -> format instanceof String f ? new DateInput(f) : new DateInput();
            case "DateTimeInput" ->
                    format instanceof String f ? new DateTimeInput(f) : new DateTimeInput();
            case "TimeInput" -> format instanceof String f ? new TimeInput(f) : new TimeInput();
            case "CheckboxInput" -> new CheckboxInput();
            case "Select" -> new Select();
            case "SelectMultiple" -> new SelectMultiple();
            case "NullBooleanSelect" -> new NullBooleanSelect();
            case "RadioSelect" -> new RadioSelect();
            case "CheckboxSelectMultiple" -> new CheckboxSelectMultiple();
            case "FileInput" -> new FileInput();
            case "ClearableFileInput" -> new ClearableFileInput();
            case "SelectDateWidget" -> dates(kwargs);
            case "SplitDateTimeWidget" -> split(new SplitDateTimeWidget(), kwargs);
            case "SplitHiddenDateTimeWidget" -> split(SplitDateTimeWidget.hiddenOnes(), kwargs);
            case "MultiWidget" -> parts(kwargs.remove("widgets"));
            default -> throw new UncoveredException("the widget " + name);
        };
    }

    private static Widget parts(@Nullable Object json) {
        var widgets = new LinkedHashMap<String, Widget>();
        if (json instanceof Map<?, ?> byName && !byName.containsKey("$tuple")) {
            byName.forEach((key, each) -> widgets.put(key.equals("") ? "" : "_" + key, of(each)));
        } else {
            List<?> all = list(json);
            for (int i = 0; i < all.size(); i++) {
                widgets.put("_" + i, of(all.get(i)));
            }
        }
        return new Parts(widgets);
    }

    private static Widget split(SplitDateTimeWidget widget, Map<String, @Nullable Object> kwargs) {
        // Django's parts have no names of their own.
        widget.partLabels();
        Object both = kwargs.remove("attrs");
        Object date = kwargs.remove("date_attrs");
        Object time = kwargs.remove("time_attrs");
        attrs(widget.date(), date == null ? both : date);
        attrs(widget.time(), time == null ? both : time);
        Object dateFormat = kwargs.remove("date_format");
        Object timeFormat = kwargs.remove("time_format");
        if (dateFormat instanceof String d && timeFormat instanceof String t) {
            widget.formats(d, t);
        } else if (dateFormat != null || timeFormat != null) {
            throw new UncoveredException("one format of a split date");
        }
        return widget;
    }

    private static Widget dates(Map<String, @Nullable Object> kwargs) {
        var widget = new SelectDateWidget().withoutPartLabels();
        if (kwargs.containsKey("years")) {
            widget.years(
                    list(kwargs.remove("years")).stream()
                            .map(year -> Integer.valueOf(String.valueOf(year)))
                            .toList());
        }
        if (kwargs.containsKey("months")) {
            Map<?, ?> months =
                    (Map<?, ?>) Objects.requireNonNull(FormInput.value(kwargs.remove("months")));
            var labels = new LinkedHashMap<Integer, String>();
            months.forEach((number, label) ->
                    labels.put(((Number) number).intValue(), String.valueOf(label)));
            widget.months(labels);
        }
        Object empty = FormInput.value(kwargs.remove("empty_label"));
        if (empty instanceof String text) {
            widget.emptyLabels(text, text, text);
        } else if (empty instanceof List<?> three) {
            widget.emptyLabels(
                    String.valueOf(three.get(0)),
                    String.valueOf(three.get(1)),
                    String.valueOf(three.get(2)));
        }
        return widget;
    }

    /// Sets attributes; Python writes nothing as `None`.
    static void attrs(Widget widget, @Nullable Object json) {
        object(json).forEach((name, value) -> widget.attr(name, attr(value)));
    }

    static Object attr(@Nullable Object json) {
        Object value = FormInput.value(json);
        return value == null ? "None" : value;
    }

    static List<?> list(@Nullable Object json) {
        return json instanceof Map<?, ?> tagged && tagged.get("$tuple") instanceof List<?> inner
                ? inner
                : json instanceof List<?> plain
                        ? plain
                        : (List<?>) Objects.requireNonNull(FormInput.value(json));
    }

    /// {@return choices of Python: pairs, groups, a dictionary}
    static Choices<Object> choices(@Nullable Object json) {
        var all = new ArrayList<Choice<Object>>();
        if (json instanceof Map<?, ?> map && map.keySet().stream().noneMatch(FormWidgets::tag)) {
            map.forEach((value, label) -> all.add(choice(value, label)));
        } else {
            for (Object pair : list(json)) {
                List<?> both = list(pair);
                all.add(choice(both.get(0), both.get(1)));
            }
        }
        return Choices.ofAll(all);
    }

    private static boolean tag(Object key) {
        return String.valueOf(key).startsWith("$");
    }

    private static Choice<Object> choice(@Nullable Object value, @Nullable Object label) {
        boolean group =
                label instanceof List<?>
                        || (label instanceof Map<?, ?> map
                                && (map.containsKey("$tuple")
                                        || map.keySet().stream().noneMatch(FormWidgets::tag)));
        if (!group) {
            return one(value, label);
        }
        var ones = new ArrayList<Choice.One<Object>>();
        choices(label).flat().forEach(ones::add);
        return new Choice.Group<>(ValueText.of(FormInput.text(value)), ones);
    }

    private static Choice.One<Object> one(@Nullable Object value, @Nullable Object label) {
        Object shown = FormInput.value(label);
        CharSequence words =
                shown instanceof CharSequence text ? text : ValueText.of(FormInput.text(label));
        Object key = FormInput.text(value);
        return new Choice.One<>(FormInput.value(value), ValueText.of(key), words);
    }
}
