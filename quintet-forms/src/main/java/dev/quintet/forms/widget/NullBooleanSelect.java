package dev.quintet.forms.widget;

import dev.quintet.kernel.i18n.Gettext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list to pull down with yes, no and unknown.
public final class NullBooleanSelect extends Select {

    /// Makes one.
    public NullBooleanSelect() {
        choices(
                Choices.of("unknown", (CharSequence) Gettext.gettextLazy("Unknown"))
                        .and("true", Gettext.gettextLazy("Yes"))
                        .and("false", Gettext.gettextLazy("No")));
    }

    @Override
    public Object formatValue(@Nullable Object value) {
        return List.of(
                switch (ValueText.of(value)) {
                    case "true", "True", "2" -> "true";
                    case "false", "False", "3" -> "false";
                    default -> "unknown";
                });
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        return switch (ValueText.of(data.get(name))) {
            case "true", "True", "2" -> true;
            case "false", "False", "3" -> false;
            default -> null;
        };
    }
}
