package dev.quintet.forms.widget;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of text that nobody reads over a shoulder. What was typed is not shown again unless
/// {@link #renderValue} says so.
public final class PasswordInput extends Input {

    private boolean renderValue;

    /// Makes one that does not show again what was typed.
    public PasswordInput() {
        super("password");
    }

    /// Sets whether the page shown after a mistake holds what was typed.
    public PasswordInput renderValue(boolean on) {
        this.renderValue = on;
        return this;
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        return super.context(name, renderValue ? value : null, more);
    }
}
