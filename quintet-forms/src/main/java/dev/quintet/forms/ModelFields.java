package dev.quintet.forms;

import dev.quintet.forms.widget.Choice;
import dev.quintet.forms.widget.Choices;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.LimitTo;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.StoredFile;
import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Makes a form's field for a field of a model. Its values are those that the column stores, which
/// the model's codec reads; rows where it is a relation. Django: `Field.formfield`.
final class ModelFields {

    private ModelFields() {}

    /// {@return the form's field}
    ///
    /// @param hasDefault whether a new row has a value of its own there, so that none need be
    ///   chosen
    static FormField<?, ?> of(ModelMapping<?> mapping, FieldState state, boolean hasDefault) {
        FormField<?, ?> field = made(mapping, state, hasDefault);
        field.label(
                state.verboseName().isEmpty()
                        ? state.name()
                        : Gettext.lazy(() -> Words.capFirst(state.shownName())));
        field.helpText(Gettext.lazy(state::shownHelp));
        field.required(!state.blank() && !state.nullable() && !(field instanceof BooleanField));
        return field;
    }

    private static FormField<?, ?> made(
            ModelMapping<?> mapping, FieldState state, boolean hasDefault) {
        ModelRelation relation = mapping.relation(state.name());
        if (relation != null) {
            QuerySet<?> rows = LimitTo.offered(mapping, relation);
            return relation.many()
                    ? new ModelMultipleChoiceField<>(rows)
                    : new ModelChoiceField<>(rows);
        }
        if (!state.choices().isEmpty()) {
            return choices(state, hasDefault);
        }
        return switch (state.type().sql()) {
            case SqlType.VarChar text -> text(state, text.length());
            case SqlType.Text _ -> nullable(new CharField().widget(new Textarea()), state);
            case SqlType.SmallInt _ ->
                    new IntegerField().min((int) Short.MIN_VALUE).max((int) Short.MAX_VALUE);
            case SqlType.Int _ -> new IntegerField();
            case SqlType.BigInt _ -> new LongField();
            case SqlType.Decimal exact ->
                    new DecimalField().digits(exact.digits()).decimals(exact.decimals());
            case SqlType.DoublePrecision _ -> new FloatField();
            case SqlType.Bool _ -> state.nullable() ? new NullBooleanField() : new BooleanField();
            case SqlType.Date _ -> new DateField();
            case SqlType.Time _ -> new TimeField();
            case SqlType.Timestamp _ -> new InstantField();
            case SqlType.LocalTimestamp _ -> new DateTimeField();
            case SqlType.Interval _ -> new DurationField();
            case SqlType.Uuid _ -> new UuidField();
            case SqlType.Json _ -> new JsonField();
            case SqlType.Binary _ -> new FileField();
            default -> throw unfit(mapping, state);
        };
    }

    private static FormField<?, ?> text(FieldState state, int length) {
        FormField<?, ?> field =
                switch (state.type().name()) {
                    case "SlugField" -> nullable(new SlugField().maxLength(length), state);
                    case "EmailField" -> nullable(new EmailField().maxLength(length), state);
                    case "URLField" -> nullable(new UrlField().maxLength(length), state);
                    case "FileField" -> new FileField().maxLength(length);
                    case "ImageField" -> new ImageField().maxLength(length);
                    case "GenericIPAddressField" -> nullable(new IpAddressField(), state);
                    default -> nullable(new CharField().maxLength(length), state);
                };
        return field;
    }

    private static <F extends TextualField<F>> F nullable(F field, FieldState state) {
        return state.nullable() ? field.emptyAsNull() : field;
    }

    /// Choices mean what the column stores.
    private static FormField<?, ?> choices(FieldState state, boolean hasDefault) {
        var all = new ArrayList<Choice<Object>>();
        if (state.blank() || state.nullable() || !hasDefault) {
            all.add(new Choice.One<>(null, "", "---------"));
        }
        for (FieldState.Choice choice : state.choices()) {
            all.add(new Choice.One<>(choice.value(), Gettext.lazy(choice::shownLabel)));
        }
        return ChoiceField.of(Choices.ofAll(all));
    }

    /// {@return what the Java field holds for a value of the form's field}
    @SuppressWarnings("unchecked") // the form's field gives what the column stores
    static @Nullable Object toJava(ModelMapping<?> mapping, int number, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        SqlType type = mapping.sqlType(number);
        if (value instanceof Upload upload) {
            return type instanceof SqlType.Binary ? bytes(upload) : StoredFile.of(upload);
        }
        Object stored =
                type instanceof SqlType.Json ? dev.quintet.kernel.json.Json.text(value) : value;
        return ((Codec<Object>) mapping.fieldCodec(number)).decode(stored);
    }

    /// {@return what a form's field shows for what the Java field holds}
    @SuppressWarnings("unchecked") // a field's codec takes what the field holds
    static @Nullable Object fromJava(ModelMapping<?> mapping, int number, @Nullable Object value) {
        if (value == null || value instanceof byte[]) {
            return value;
        }
        if (value instanceof StoredFile file) {
            return file.isKept() ? file : null;
        }
        Object stored = ((Codec<Object>) mapping.fieldCodec(number)).encode(value);
        return mapping.sqlType(number) instanceof SqlType.Json
                ? dev.quintet.kernel.json.Json.parse(stored.toString())
                : stored;
    }

    private static byte[] bytes(Upload upload) {
        try {
            return upload.bytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// {@return what the Java field holds once its file was cleared}
    static @Nullable Object noFile(ModelMapping<?> mapping, int number) {
        FieldState state = mapping.columns().get(number);
        if (state.nullable()) {
            return null;
        }
        return mapping.sqlType(number) instanceof SqlType.Binary ? new byte[0] : StoredFile.NONE;
    }

    private static FormDefinitionException unfit(ModelMapping<?> mapping, FieldState state) {
        return new FormDefinitionException(
                Problem.of(
                                "forms.E007",
                                "The field '"
                                        + state.name()
                                        + "' of "
                                        + mapping.state().label()
                                        + " has no form field.")
                        .because("It is a " + state.type().name() + ".")
                        .fixedBy(
                                "Declare a field of this name in the form, or leave it out of"
                                        + " fields(...)."));
    }
}
