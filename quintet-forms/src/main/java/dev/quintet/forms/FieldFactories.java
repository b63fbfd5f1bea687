package dev.quintet.forms;

import dev.quintet.forms.widget.Choices;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The methods by which a form makes its fields: each makes one and remembers it for the form, in
/// the order of the calls.
abstract sealed class FieldFactories permits Form {

    FieldFactories() {}

    abstract <F extends FormField<?, F>> F remember(F field);

    /// {@return a field for text}
    protected final CharField charField() {
        return remember(new CharField());
    }

    /// {@return a field for an e-mail address}
    protected final EmailField emailField() {
        return remember(new EmailField());
    }

    /// {@return a field for the address of a page}
    protected final UrlField urlField() {
        return remember(new UrlField());
    }

    /// {@return a field for a word that fits into addresses}
    protected final SlugField slugField() {
        return remember(new SlugField());
    }

    /// {@return a field for text in which a regular expression finds something}
    protected final RegexField regexField(String regex) {
        return remember(new RegexField(Pattern.compile(regex)));
    }

    /// {@return a field for an IP address}
    protected final IpAddressField ipAddressField() {
        return remember(new IpAddressField());
    }

    /// {@return a field for a whole number of 32 bits}
    protected final IntegerField integerField() {
        return remember(new IntegerField());
    }

    /// {@return a field for a whole number of 64 bits}
    protected final LongField longField() {
        return remember(new LongField());
    }

    /// {@return a field for a measure}
    protected final FloatField floatField() {
        return remember(new FloatField());
    }

    /// {@return a field for an exact number}
    protected final DecimalField decimalField() {
        return remember(new DecimalField());
    }

    /// {@return a field for a date}
    protected final DateField dateField() {
        return remember(new DateField());
    }

    /// {@return a field for a time of day}
    protected final TimeField timeField() {
        return remember(new TimeField());
    }

    /// {@return a field for a date with a time, as clocks on the wall show it}
    protected final DateTimeField dateTimeField() {
        return remember(new DateTimeField());
    }

    /// {@return a field for a moment, in the visitor's time zone}
    protected final InstantField instantField() {
        return remember(new InstantField());
    }

    /// {@return a field for a date with a time in two controls}
    protected final SplitDateTimeField splitDateTimeField() {
        return remember(new SplitDateTimeField());
    }

    /// {@return a field for a length of time}
    protected final DurationField durationField() {
        return remember(new DurationField());
    }

    /// {@return a field for a box that must be ticked; let it be `optional()` if it need not}
    protected final BooleanField booleanField() {
        return remember(new BooleanField());
    }

    /// {@return a field for yes, no or unknown}
    protected final NullBooleanField nullBooleanField() {
        return remember(new NullBooleanField());
    }

    /// {@return a field for a UUID}
    protected final UuidField uuidField() {
        return remember(new UuidField());
    }

    /// {@return a field for JSON}
    protected final JsonField jsonField() {
        return remember(new JsonField());
    }

    /// {@return a field for one constant of an enum}
    protected final <E extends Enum<E>> ChoiceField<E> choiceField(Class<E> type) {
        return remember(ChoiceField.of(Choices.of(type)));
    }

    /// {@return a field for one of these}
    protected final <V> ChoiceField<V> choiceField(Choices<V> choices) {
        return remember(ChoiceField.of(choices));
    }

    /// {@return a field for one of these, whose value is made of the chosen key}
    protected final <V> ChoiceField<V> typedChoiceField(
            Choices<?> choices, Function<String, @Nullable V> coerce) {
        return remember(ChoiceField.typed(choices, coerce));
    }

    /// {@return a field for any constants of an enum}
    protected final <E extends Enum<E>> MultipleChoiceField<E> multipleChoiceField(Class<E> type) {
        return remember(MultipleChoiceField.of(Choices.of(type)));
    }

    /// {@return a field for any of these}
    protected final <V> MultipleChoiceField<V> multipleChoiceField(Choices<V> choices) {
        return remember(MultipleChoiceField.of(choices));
    }

    /// {@return a field for any of these, whose values are made of the chosen keys}
    protected final <V> MultipleChoiceField<V> typedMultipleChoiceField(
            Choices<?> choices, Function<String, @Nullable V> coerce) {
        return remember(MultipleChoiceField.typed(choices, coerce));
    }

    /// {@return a field for text that must satisfy several fields}
    protected final ComboField comboField(List<? extends FormField<String, ?>> fields) {
        return remember(new ComboField(fields));
    }

    /// {@return a field for one row of a query}
    protected final <T extends Entity> ModelChoiceField<T> modelChoiceField(QuerySet<T> rows) {
        return remember(new ModelChoiceField<>(rows));
    }

    /// {@return a field for any rows of a query}
    protected final <T extends Entity> ModelMultipleChoiceField<T> modelMultipleChoiceField(
            QuerySet<T> rows) {
        return remember(new ModelMultipleChoiceField<>(rows));
    }

    /// {@return a field for a file}
    protected final FileField fileField() {
        return remember(new FileField());
    }

    /// {@return a field for any number of files}
    protected final FilesField filesField() {
        return remember(new FilesField());
    }

    /// {@return a field for a picture}
    protected final ImageField imageField() {
        return remember(new ImageField());
    }

    /// {@return a field for one of the files of a folder of the server}
    protected final FilePathField filePathField(Path folder) {
        return remember(new FilePathField(folder));
    }
}
