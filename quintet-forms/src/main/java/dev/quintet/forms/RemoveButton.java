package dev.quintet.forms;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.i18n.Gettext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The button of a row that takes it away again, by the template
/// `quintet/forms/remove_button.html`.
final class RemoveButton extends Widget {

    private final @Nullable Integer index;

    RemoveButton(@Nullable Integer index) {
        this.index = index;
    }

    @Override
    public String template() {
        return "quintet/forms/remove_button.html";
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        Map<String, @Nullable Object> widget = super.context(name, null, more);
        widget.put("label", Gettext.gettext("Remove"));
        // Each of these buttons looks the same: who does not see its row hears which it is.
        widget.put("row", index == null ? "__prefix__" : String.valueOf(index + 1));
        return widget;
    }
}
