package dev.quintet.conformance;

import dev.quintet.forms.BooleanField;
import dev.quintet.forms.CharField;
import dev.quintet.forms.ChoiceField;
import dev.quintet.forms.ComboField;
import dev.quintet.forms.DateField;
import dev.quintet.forms.DateTimeField;
import dev.quintet.forms.DecimalField;
import dev.quintet.forms.DurationField;
import dev.quintet.forms.EmailField;
import dev.quintet.forms.FileField;
import dev.quintet.forms.FloatField;
import dev.quintet.forms.FormField;
import dev.quintet.forms.InstantField;
import dev.quintet.forms.IpAddressField;
import dev.quintet.forms.JsonField;
import dev.quintet.forms.LongField;
import dev.quintet.forms.MultiValueField;
import dev.quintet.forms.MultipleChoiceField;
import dev.quintet.forms.NullBooleanField;
import dev.quintet.forms.Refusals;
import dev.quintet.forms.RegexField;
import dev.quintet.forms.SlugField;
import dev.quintet.forms.SplitDateTimeField;
import dev.quintet.forms.TextualField;
import dev.quintet.forms.TimeField;
import dev.quintet.forms.TimedField;
import dev.quintet.forms.UrlField;
import dev.quintet.forms.UuidField;
import dev.quintet.forms.widget.SplitDateTimeWidget;
import dev.quintet.kernel.validate.IpAddressValidator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes the fields that cases name.
final class FormFields {

    private final Map<String, @Nullable Object> kwargs;

    private FormFields(Map<String, @Nullable Object> kwargs) {
        this.kwargs = kwargs;
    }

    /// Keeps the parts of a value as a list.
    private static final class Several extends MultiValueField<List<Object>, Several> {

        Several(List<FormField<?, ?>> fields) {
            super(fields);
        }

        @Override
        protected List<Object> compress(List<@Nullable Object> values, Refusals refused) {
            return values.stream().map(each -> each == null ? "" : each).toList();
        }
    }

    /// {@return the field of `{"$field": ..., "kwargs": ...}`}
    static FormField<?, ?> of(Map<String, @Nullable Object> json, boolean moment) {
        String name = String.valueOf(json.get("$field"));
        var all = new LinkedHashMap<>(FormWidgets.object(json.get("kwargs")));
        var reader = new FormFields(all);
        FormField<?, ?> field = reader.made(name, moment);
        reader.common(field);
        if (!all.isEmpty()) {
            throw new UncoveredException("fields with " + all.keySet());
        }
        return field;
    }

    private FormField<?, ?> made(String name, boolean moment) {
        return switch (name) {
            case "Field", "CharField" -> text(new CharField());
            case "EmailField" -> text(new EmailField());
            case "SlugField" -> {
                var field = new SlugField();
                if (truth("allow_unicode")) {
                    field.unicode();
                }
                yield text(field);
            }
            case "RegexField" -> text(new RegexField(regex(kwargs.remove("regex"))));
            case "URLField" -> {
                // The recorded sites assumed http, as their Django does where nothing is said.
                Object scheme = kwargs.remove("assume_scheme");
                yield text(
                        new UrlField().assumeScheme(scheme == null ? "http" : scheme.toString()));
            }
            case "GenericIPAddressField" -> text(address());
            case "IntegerField" -> whole();
            case "FloatField" -> measure();
            case "DecimalField" -> exact();
            case "DateField" -> timed(new DateField());
            case "TimeField" -> timed(new TimeField());
            case "DateTimeField" -> moment ? timed(new InstantField()) : timed(new DateTimeField());
            case "DurationField" -> new DurationField();
            case "BooleanField" -> new BooleanField();
            case "NullBooleanField" -> new NullBooleanField();
            case "UUIDField" -> new UuidField();
            case "JSONField" -> new JsonField();
            case "FileField" -> file();
            case "ChoiceField" ->
                    ChoiceField.<Object>typed(
                                    FormWidgets.choices(kwargs.remove("choices")), key -> key)
                            .emptyValue("");
            case "TypedChoiceField" -> typedChoice();
            case "MultipleChoiceField" ->
                    MultipleChoiceField.<Object>typed(
                            FormWidgets.choices(kwargs.remove("choices")), key -> key);
            case "TypedMultipleChoiceField" -> {
                Function<String, @Nullable Object> coerce = coerce(kwargs.remove("coerce"));
                MultipleChoiceField<Object> field =
                        MultipleChoiceField.typed(
                                FormWidgets.choices(kwargs.remove("choices")), coerce);
                if (kwargs.containsKey("empty_value") && kwargs.remove("empty_value") == null) {
                    field.emptyAsNull();
                }
                yield field;
            }
            case "ComboField" -> combo();
            case "MultiValueField" -> new Several(fields());
            case "SplitDateTimeField" -> split();
            default -> throw new UncoveredException("the field " + name);
        };
    }

    private boolean truth(String name) {
        return Boolean.TRUE.equals(kwargs.remove(name));
    }

    private <T> void take(String name, Class<T> type, Consumer<T> use) {
        Object value = FormInput.value(kwargs.remove(name));
        if (value != null) {
            use.accept(type.cast(value));
        }
    }

    private <F extends TextualField<F>> F text(F field) {
        take("max_length", Long.class, most -> field.maxLength(most.intValue()));
        take("min_length", Long.class, least -> field.minLength(least.intValue()));
        take("strip", Boolean.class, field::strip);
        if (kwargs.containsKey("empty_value")) {
            if (kwargs.remove("empty_value") == null) {
                field.emptyAsNull();
            }
        }
        return field;
    }

    private static Pattern regex(@Nullable Object json) {
        Object source = json instanceof Map<?, ?> tagged ? tagged.get("$regex") : json;
        return Pattern.compile(
                String.valueOf(source).replace("\\Z", "\\z"), Pattern.UNICODE_CHARACTER_CLASS);
    }

    private IpAddressField address() {
        var field = new IpAddressField();
        take(
                "protocol",
                String.class,
                name ->
                        field.protocol(
                                switch (name.toLowerCase(java.util.Locale.ROOT)) {
                                    case "ipv4" -> IpAddressValidator.Protocol.IPV4;
                                    case "ipv6" -> IpAddressValidator.Protocol.IPV6;
                                    default -> IpAddressValidator.Protocol.BOTH;
                                }));
        if (truth("unpack_ipv4")) {
            field.unpackIpv4();
        }
        return field;
    }

    private LongField whole() {
        var field = new LongField();
        take("min_value", Number.class, least -> field.min(least.longValue()));
        take("max_value", Number.class, most -> field.max(most.longValue()));
        take("step_size", Number.class, step -> field.step(step.longValue()));
        return field;
    }

    private FloatField measure() {
        var field = new FloatField();
        limit("min_value", field::min, field::min);
        limit("max_value", field::max, field::max);
        limit("step_size", field::step, field::step);
        return field;
    }

    private void limit(String name, Consumer<Double> measure, LongConsumer whole) {
        Object value = kwargs.remove(name);
        if (value instanceof Long number) {
            whole.accept(number);
        } else if (value instanceof Number number) {
            measure.accept(number.doubleValue());
        }
    }

    private DecimalField exact() {
        var field = new DecimalField();
        take("min_value", Number.class, least -> field.min(new BigDecimal(least.toString())));
        take("max_value", Number.class, most -> field.max(new BigDecimal(most.toString())));
        take("step_size", Number.class, step -> field.step(new BigDecimal(step.toString())));
        take("max_digits", Long.class, most -> field.digits(most.intValue()));
        take("decimal_places", Long.class, most -> field.decimals(most.intValue()));
        return field;
    }

    private <F extends TimedField<?, F>> F timed(F field) {
        if (kwargs.containsKey("input_formats")) {
            field.inputFormats(formats("input_formats"));
        }
        return field;
    }

    private String[] formats(String name) {
        return FormWidgets.list(kwargs.remove(name)).stream()
                .map(String::valueOf)
                .toArray(String[]::new);
    }

    private SplitDateTimeField split() {
        var field = new SplitDateTimeField();
        // Django's parts have no names of their own.
        field.widget(new SplitDateTimeWidget().partLabels());
        if (kwargs.containsKey("input_date_formats")) {
            field.inputDateFormats(formats("input_date_formats"));
        }
        if (kwargs.containsKey("input_time_formats")) {
            field.inputTimeFormats(formats("input_time_formats"));
        }
        Map<String, @Nullable Object> messages = FormWidgets.object(kwargs.get("error_messages"));
        if (messages.get("invalid_date") instanceof String date
                && messages.get("invalid_time") instanceof String time) {
            field.messages(date, time);
        }
        return field;
    }

    private FileField file() {
        var field = new FileField();
        take("max_length", Long.class, most -> field.maxLength(most.intValue()));
        if (truth("allow_empty_file")) {
            field.allowEmptyFile();
        }
        return field;
    }

    private List<FormField<?, ?>> fields() {
        var all = new ArrayList<FormField<?, ?>>();
        for (Object each : FormWidgets.list(kwargs.remove("fields"))) {
            all.add(of(FormWidgets.object(each), false));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // a field of any other type fails where it is used
    private ComboField combo() {
        return new ComboField((List<FormField<String, ?>>) (List<?>) fields());
    }

    private ChoiceField<Object> typedChoice() {
        ChoiceField<Object> field =
                ChoiceField.typed(
                        FormWidgets.choices(kwargs.remove("choices")),
                        coerce(kwargs.remove("coerce")));
        Object empty =
                kwargs.containsKey("empty_value")
                        ? FormInput.value(kwargs.remove("empty_value"))
                        : "";
        return field.emptyValue(empty);
    }

    private static Function<String, @Nullable Object> coerce(@Nullable Object json) {
        String function =
                json instanceof Map<?, ?> tagged ? String.valueOf(tagged.get("$func")) : "str";
        return switch (function) {
            case "int" -> Long::valueOf;
            case "float" -> Double::valueOf;
            case "bool" -> text -> !text.isEmpty();
            case "len" -> text -> (long) text.length();
            case "str" -> text -> text;
            default -> throw new UncoveredException("choices made by " + function);
        };
    }

    private void common(FormField<?, ?> field) {
        if (Boolean.FALSE.equals(kwargs.remove("required"))) {
            field.optional();
        }
        kwargs.remove("required");
        take("label", CharSequence.class, field::label);
        take("help_text", CharSequence.class, field::helpText);
        take("label_suffix", String.class, field::labelSuffix);
        if (truth("localize")) {
            field.localized();
        }
        if (truth("disabled")) {
            field.disabled();
        }
        if (truth("show_hidden_initial")) {
            field.showHiddenInitial();
        }
        if (kwargs.containsKey("initial")) {
            field.initialObject(FormInput.value(kwargs.remove("initial")));
        }
        if (kwargs.containsKey("widget")) {
            field.widget(FormWidgets.of(kwargs.remove("widget")));
        }
        FormWidgets.object(kwargs.remove("error_messages"))
                .forEach((code, message) ->
                        field.message(code, Objects.toString(FormInput.value(message))));
    }
}
