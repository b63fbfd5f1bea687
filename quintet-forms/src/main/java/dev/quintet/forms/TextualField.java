package dev.quintet.forms;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.Input;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.forms.widget.ValueText;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.validate.MaxLengthValidator;
import dev.quintet.kernel.validate.MinLengthValidator;
import dev.quintet.kernel.validate.NullCharsValidator;
import org.jspecify.annotations.Nullable;

/// A field whose value is text. Nothing given is `""`, unless {@link #emptyAsNull} says otherwise.
///
/// @param <F> the field's own class
public abstract class TextualField<F extends TextualField<F>> extends FormField<String, F> {

    private static final NullCharsValidator NO_NULL = new NullCharsValidator();

    private boolean strip = true;
    private boolean emptyAsNull;
    private @Nullable MaxLengthValidator most;
    private @Nullable MinLengthValidator least;

    /// Makes a field for any text.
    protected TextualField() {}

    /// Sets how many characters it has at most.
    public final F maxLength(int characters) {
        this.most = new MaxLengthValidator(characters);
        return self();
    }

    /// Sets how many characters it has at least.
    public final F minLength(int characters) {
        this.least = new MinLengthValidator(characters);
        return self();
    }

    /// Sets whether white space around the text is taken off.
    public final F strip(boolean on) {
        this.strip = on;
        return self();
    }

    /// Makes `null` of an empty text: for columns that tell the two apart, and unique ones.
    public final F emptyAsNull() {
        this.emptyAsNull = true;
        return self();
    }

    @Override
    protected @Nullable String parse(@Nullable Object raw, Refusals refused) {
        String text = raw == null || empty(raw) ? "" : text(raw);
        if (strip) {
            text = ValueText.strip(text);
        }
        return text.isEmpty() ? (emptyAsNull ? null : "") : read(text, refused);
    }

    /// {@return what a text that is not empty means}
    protected @Nullable String read(String text, Refusals refused) {
        return text;
    }

    @Override
    protected final void ownRules(String value, Refusals refused) {
        rules(value, refused);
        if (least != null) {
            refuse(refused, least.validate(value));
        }
        if (most != null) {
            refuse(refused, most.validate(value));
        }
        refuse(refused, NO_NULL.validate(value));
    }

    /// Checks a text by the rules of its kind.
    protected void rules(String value, Refusals refused) {}

    @Override
    protected void widgetAttrs(Widget widget, Attrs attrs) {
        boolean takesLength =
                !widget.hidden() && (widget instanceof Input || widget instanceof Textarea);
        if (most != null && takesLength) {
            attrs.set("maxlength", String.valueOf(most.limit()));
        }
        if (least != null && takesLength) {
            attrs.set("minlength", String.valueOf(least.limit()));
        }
    }
}
