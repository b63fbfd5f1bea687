package dev.quintet.forms.widget;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A box to tick.
public final class CheckboxInput extends Input {

    private final Predicate<@Nullable Object> checked;

    /// Makes one that is ticked unless the value is false, empty or nothing.
    public CheckboxInput() {
        this(CheckboxInput::says);
    }

    /// Makes one that is ticked for some values.
    public CheckboxInput(Predicate<@Nullable Object> checked) {
        super("checkbox");
        this.checked = checked;
    }

    private static boolean says(@Nullable Object value) {
        return value != null && !"".equals(value) && !Boolean.FALSE.equals(value);
    }

    @Override
    public @Nullable Object formatValue(@Nullable Object value) {
        return value instanceof Boolean || value == null || "".equals(value)
                ? null
                : ValueText.of(value);
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        if (checked.test(value)) {
            more = (more == null ? new Attrs() : more.copy()).set("checked", true);
        }
        return super.context(name, value, more);
    }

    /// {@return whether it was ticked: browsers send nothing for a box that was not}
    @Override
    public Object valueFrom(FormData data, String name) {
        Object value = data.has(name) ? data.get(name) : null;
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0;
            case String text ->
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "false", "" -> false;
                        default -> true;
                    };
            default -> true;
        };
    }

    /// {@return false: a box that was not ticked is not sent}
    @Override
    public boolean omittedFrom(FormData data, String name) {
        return false;
    }
}
