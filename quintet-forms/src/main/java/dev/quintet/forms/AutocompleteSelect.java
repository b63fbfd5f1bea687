package dev.quintet.forms;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.Media;
import dev.quintet.forms.widget.Select;
import dev.quintet.kernel.i18n.Gettext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A list for rows that are too many to send: a text field with suggestions, which a small script
/// of ours asks `url` for (`AutocompleteView` answers there). Where the browser runs no script it
/// is a plain list of the first rows. What comes back is looked up among the field's rows, as
/// always.
///
/// The script is in the form's media: `{{ form.media }}`.
public final class AutocompleteSelect extends Select {

    private static final int USUAL = 100;
    private static final Media MEDIA =
            Media.js("quintet/forms/autocomplete.js")
                    .and(Media.css("quintet/forms/autocomplete.css"));

    private final String url;
    private final boolean several;
    private int most = USUAL;
    private @Nullable EntityChoices<?> rows;

    private AutocompleteSelect(String url, boolean several) {
        this.url = url;
        this.several = several;
    }

    /// Makes one for one row.
    ///
    /// @param url the address that is asked
    public AutocompleteSelect(String url) {
        this(url, false);
    }

    /// {@return one for any number of rows}
    public static AutocompleteSelect several(String url) {
        return new AutocompleteSelect(url, true);
    }

    /// Sets how many rows are on the page for browsers that run no script: 100 unless it is said; 0
    /// sends those that are chosen and no others.
    public AutocompleteSelect withoutScript(int most) {
        this.most = most;
        return this;
    }

    void rows(EntityChoices<?> rows) {
        this.rows = rows;
    }

    @Override
    public boolean multiple() {
        return several;
    }

    @Override
    public Media media() {
        return MEDIA;
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        return several ? data.all(name) : data.get(name);
    }

    @Override
    public boolean omittedFrom(FormData data, String name) {
        return !several && super.omittedFrom(data, name);
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
            choices(from.some(chosen(value), most));
        }
        Attrs attrs =
                (more == null ? new Attrs() : more.copy())
                        .set("data-autocomplete-url", url)
                        .set("data-text-search", Gettext.gettext("Type to search"))
                        .set("data-text-none", Gettext.gettext("Nothing found."))
                        .set("data-text-found", Gettext.gettext("%s found."))
                        .set("data-text-more", Gettext.gettext("%s shown, there are more."))
                        .set("data-text-chosen", Gettext.gettext("%s chosen."))
                        .set("data-text-remove", Gettext.gettext("Remove %s"))
                        .set("data-text-failed", Gettext.gettext("The list could not be loaded."));
        return super.context(name, value, attrs);
    }

    private static Collection<?> chosen(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> all -> all;
            default -> "".equals(value) ? List.of() : List.of(value);
        };
    }
}
