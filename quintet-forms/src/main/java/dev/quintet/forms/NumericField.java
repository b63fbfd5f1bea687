package dev.quintet.forms;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.NumberInput;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.validate.MaxValueValidator;
import dev.quintet.kernel.validate.MinValueValidator;
import dev.quintet.kernel.validate.StepValueValidator;
import dev.quintet.kernel.validate.ValidationError;
import org.jspecify.annotations.Nullable;

/// A field whose value is a number.
///
/// @param <N> type of the number
/// @param <F> the field's own class
public abstract class NumericField<
                N extends Number & Comparable<? super N>, F extends NumericField<N, F>>
        extends FormField<N, F> {

    private @Nullable Limit<N> least;
    private @Nullable Limit<N> most;
    private @Nullable Limit<N> step;

    /// A limit, and how it was written: a measure of at least `5` is not one of at least `5.0`.
    private record Limit<N>(N value, Number shown) {}

    /// Makes a field for any number.
    protected NumericField() {}

    /// Sets the least number that is fine.
    public final F min(N least) {
        return min(least, least);
    }

    /// Sets the greatest number that is fine.
    public final F max(N most) {
        return max(most, most);
    }

    /// Asks for a multiple of a number, counted from the least one where there is one.
    public final F step(N step) {
        return step(step, step);
    }

    final F min(N least, Number shown) {
        this.least = new Limit<>(least, shown);
        return self();
    }

    final F max(N most, Number shown) {
        this.most = new Limit<>(most, shown);
        return self();
    }

    final F step(N step, Number shown) {
        this.step = new Limit<>(step, shown);
        return self();
    }

    @Override
    protected Widget usualWidget() {
        return isLocalized() ? new TextInput() : new NumberInput();
    }

    /// {@return the number that a text means}
    protected abstract @Nullable N read(String text, Refusals refused);

    @Override
    protected final @Nullable N parse(@Nullable Object raw, Refusals refused) {
        if (raw == null || empty(raw)) {
            return null;
        }
        if (raw instanceof Boolean truth) {
            return truth(truth, refused);
        }
        String text = text(raw);
        if (isLocalized() && raw instanceof String) {
            text = Formats.active().sanitize(text);
        }
        return read(text, refused);
    }

    /// {@return the number that a truth value of JSON means; none, unless a field says otherwise}
    @Nullable N truth(boolean raw, Refusals refused) {
        refuse(refused, INVALID);
        return null;
    }

    @Override
    protected void ownRules(N value, Refusals refused) {
        if (most != null) {
            limit(refused, new MaxValueValidator<N>(most.value()).validate(value), most);
        }
        if (least != null) {
            limit(refused, new MinValueValidator<N>(least.value()).validate(value), least);
        }
        if (step != null) {
            Number from = least == null ? null : least.shown();
            refuse(refused, new StepValueValidator(step.shown(), from).validate(value));
        }
    }

    private void limit(Refusals refused, @Nullable ValidationError why, Limit<N> limit) {
        refuse(refused, why == null ? null : why.with("limit_value", limit.shown()));
    }

    @Override
    protected void widgetAttrs(Widget widget, Attrs attrs) {
        if (!(widget instanceof NumberInput)) {
            return;
        }
        if (least != null) {
            attrs.set("min", least.shown());
        }
        if (most != null) {
            attrs.set("max", most.shown());
        }
        if (step != null) {
            attrs.set("step", step.shown());
        }
    }
}
