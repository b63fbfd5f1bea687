package dev.quintet.forms;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.Choices;
import dev.quintet.forms.widget.Select;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A list to pull down for rows that are too many to send: only the chosen row is on the page, and
/// a script of yours asks `url` for others, by `data-autocomplete-url`. What comes back is looked
/// up among the field's rows, as always.
public final class AutocompleteSelect extends Select {

    private final String url;
    private @Nullable EntityChoices<?> rows;

    /// Makes one that asks an address.
    public AutocompleteSelect(String url) {
        this.url = url;
    }

    void rows(EntityChoices<?> rows) {
        this.rows = rows;
    }

    @Override
    public boolean useRequiredAttribute(@Nullable Object initial) {
        return !hidden();
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        EntityChoices<?> from = rows;
        if (from != null) {
            choices(value == null || "".equals(value) ? Choices.none() : from.only(List.of(value)));
        }
        Attrs attrs = (more == null ? new Attrs() : more.copy()).set("data-autocomplete-url", url);
        return super.context(name, value, attrs);
    }
}
