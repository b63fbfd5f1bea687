package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.MultiWidget;
import dev.quintet.kernel.validate.ValidationError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several fields that make one value. To write one: give the fields, {@link #compress} their
/// values into one, and set a {@link MultiWidget} that takes it apart again.
///
/// @param <V> type of the whole value
/// @param <F> the field's own class
public abstract class MultiValueField<V, F extends MultiValueField<V, F>> extends FormField<V, F> {

    private final List<FormField<?, ?>> fields;
    private boolean all = true;

    /// Makes one of these fields.
    protected MultiValueField(List<? extends FormField<?, ?>> fields) {
        this.fields = List.copyOf(fields);
        this.fields.forEach(FormField::optional);
    }

    /// Lets each of the fields say for itself whether it must be filled in; by default all must be,
    /// or none.
    ///
    /// @param required the same number of answers as there are fields
    public final F requireEach(boolean... required) {
        this.all = false;
        for (int i = 0; i < required.length; i++) {
            fields.get(i).required(required[i]);
        }
        return self();
    }

    /// {@return one value of the fields' values, which may be null; of an empty list where nothing
    /// was given}
    protected abstract @Nullable V compress(List<@Nullable Object> values, Refusals refused);

    /// {@return its fields, in their order}
    protected final List<FormField<?, ?>> fields() {
        return fields;
    }

    final boolean requiresAll() {
        return all;
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return switch (code) {
            case INVALID -> gettextNoop("Enter a list of values.");
            case "incomplete" -> gettextNoop("Enter a complete value.");
            default -> super.usualMessage(code);
        };
    }

    @Override
    protected @Nullable V parse(@Nullable Object raw, Refusals refused) {
        List<?> parts = parts(raw);
        if (parts == null) {
            refuse(refused, INVALID);
            return null;
        }
        if (parts.stream().allMatch(this::empty)) {
            if (isRequired()) {
                refuse(refused, REQUIRED);
                return null;
            }
            return compress(List.of(), refused);
        }
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < fields.size(); i++) {
            Object part = i < parts.size() ? parts.get(i) : null;
            FormField<?, ?> field = fields.get(i);
            if (empty(part) && (all ? isRequired() : field.isRequired())) {
                if (all) {
                    refuse(refused, REQUIRED);
                    return null;
                }
                refused.addOnce(
                        ValidationError.of(field.incomplete(message("incomplete")), "incomplete"));
                continue;
            }
            var own = new Refusals();
            values.add(field.clean(part, null, own));
            own.list().forEach(refused::addOnce);
        }
        return refused.any() ? null : compress(values, refused);
    }

    private @Nullable List<?> parts(@Nullable Object raw) {
        if (isDisabled() && !(raw instanceof List<?>) && widget() instanceof MultiWidget widget) {
            return widget.partsOf(raw);
        }
        if (raw == null || "".equals(raw)) {
            return List.of();
        }
        return raw instanceof List<?> list ? list : null;
    }

    @Override
    protected boolean changed(@Nullable Object initial, @Nullable Object raw) {
        if (isDisabled()) {
            return false;
        }
        List<?> before =
                initial instanceof List<?> list
                        ? list
                        : initial == null
                                ? List.of()
                                : widget() instanceof MultiWidget widget
                                        ? widget.partsOf(initial)
                                        : List.of(initial);
        List<?> after = raw instanceof List<?> list ? list : List.of();
        for (int i = 0; i < fields.size(); i++) {
            Object was = i < before.size() ? before.get(i) : "";
            if (fields.get(i).changed(was, i < after.size() ? after.get(i) : "")) {
                return true;
            }
        }
        return false;
    }
}
