package dev.quintet.conformance;

import dev.quintet.forms.Cleaned;
import dev.quintet.forms.FileField;
import dev.quintet.forms.FormField;
import dev.quintet.forms.widget.ClearableFileInput;
import dev.quintet.kernel.time.DateParse;
import dev.quintet.kernel.validate.ValidationError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Single fields: what they make of an input, and whether they think that it changed.
final class FormsPart implements Part {

    /// Fields that make a text of whatever comes, as Python's `str` does.
    private static final Set<String> TEXTS =
            Set.of(
                    "CharField",
                    "EmailField",
                    "SlugField",
                    "RegexField",
                    "URLField",
                    "ChoiceField",
                    "TypedChoiceField",
                    "UUIDField",
                    "ComboField");

    @Override
    public boolean covers(Case recorded) {
        return recorded.has("kind") && recorded.text("kind").matches("clean|has_changed");
    }

    @Override
    public Outcome run(Case c) {
        return TemplatePart.context(c).call(() -> compare(c));
    }

    private static Outcome compare(Case c) {
        Map<String, @Nullable Object> json = c.object("field");
        String kind = String.valueOf(json.get("$field"));
        Object raw = c.has("input") ? c.raw("input") : c.raw("data");
        // Django's naive times keep an offset that was typed; here that is another field's.
        boolean moment =
                raw instanceof String text && text.length() > 10 && hasOffset(text.strip());
        FormField<?, ?> field = FormFields.of(json, moment);
        if (c.text("kind").equals("has_changed")) {
            Object initial = FormInput.value(c.raw("initial"));
            return Outcome.compare(c.raw("result"), field.hasChanged(initial, input(kind, raw)));
        }
        if (field instanceof FileField file) {
            return files(c, file);
        }
        return outcome(c, field.clean(input(kind, raw)));
    }

    private static boolean hasOffset(String text) {
        try {
            return DateParse.dateTime(text) instanceof OffsetDateTime;
        } catch (java.time.DateTimeException none) {
            return false;
        }
    }

    private static @Nullable Object input(String kind, @Nullable Object raw) {
        if (TEXTS.contains(kind)) {
            return FormInput.text(raw);
        }
        if (kind.contains("MultipleChoice")) {
            return FormInput.texts(raw);
        }
        boolean tuple = raw instanceof Map<?, ?> tagged && tagged.containsKey("$tuple");
        // JSON has lists and no tuples.
        return tuple && kind.equals("JSONField") ? new Object[0] : FormInput.value(raw);
    }

    private static Outcome outcome(Case c, Cleaned<?> cleaned) {
        if (c.has("error")) {
            // A value of a type that Python's code falls over is refused here.
            return cleaned.valid()
                    ? Outcome.failed(c.raw("error"), cleaned.value())
                    : Outcome.passed();
        }
        if (!c.has("cleaned")) {
            return Outcome.compare(c.raw("errors"), errors(cleaned.errors()));
        }
        if (!cleaned.valid()) {
            return Outcome.failed(c.raw("cleaned"), errors(cleaned.errors()));
        }
        return same(FormInput.value(c.raw("cleaned")), cleaned.value());
    }

    static Outcome same(@Nullable Object expected, @Nullable Object got) {
        return Outcome.compare(plain(expected), plain(got));
    }

    /// Files are cleaned beside what was there before.
    private static Outcome files(Case c, FileField field) {
        List<?> both = c.raw("input") instanceof List<?> pair ? pair : List.of();
        boolean pair = c.raw("input") instanceof List<?>;
        Object raw = FormInput.value(pair ? both.get(0) : c.raw("input"));
        Object initial = pair ? FormInput.value(both.get(1)) : null;
        var form = new RecordedForm();
        form.add("file", field);
        if (initial != null) {
            form.initial(Map.of("file", initial));
        }
        field.widget(
                new RecordedForm.Fixed(
                        Boolean.FALSE.equals(raw) ? ClearableFileInput.Wish.CLEAR : raw));
        form.bind(Map.of());
        List<ValidationError> wrong = field.errors().asData();
        if (!c.has("cleaned")) {
            return Outcome.compare(c.raw("errors"), errors(wrong));
        }
        if (!wrong.isEmpty()) {
            return Outcome.failed(c.raw("cleaned"), errors(wrong));
        }
        Object got =
                field.cleared()
                        ? (Object) false
                        : field.kept() != null ? field.kept() : field.value();
        return same(FormInput.value(c.raw("cleaned")), got);
    }

    static List<Map<String, Object>> errors(List<ValidationError> errors) {
        var all = new ArrayList<Map<String, Object>>();
        for (ValidationError error : errors) {
            var one = new LinkedHashMap<String, Object>();
            one.put("code", error.code());
            one.put("message", error.text());
            all.add(one);
        }
        return all;
    }

    /// Values of Java and Python as one kind.
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case BigDecimal number -> number;
            case FormInput.File file -> file.name() + " " + file.size();
            case ZonedDateTime at -> at.toInstant();
            case OffsetDateTime at -> at.toInstant();
            case Instant at -> at;
            case List<?> list -> {
                var all = new ArrayList<@Nullable Object>();
                list.forEach(each -> all.add(plain(each)));
                yield all;
            }
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                map.forEach((key, each) -> all.put(key, plain(each)));
                yield all;
            }
            case null -> null;
            default -> Objects.requireNonNull(value);
        };
    }
}
