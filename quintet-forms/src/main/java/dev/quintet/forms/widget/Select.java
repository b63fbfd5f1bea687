package dev.quintet.forms.widget;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A list to pull down, for one choice. Use {@link RadioSelect} for few choices.
public class Select extends ChoiceWidget {

    /// Makes one whose choices its field hands over.
    public Select() {}

    @Override
    public String template() {
        return "quintet/forms/widgets/select.html";
    }

    @Override
    protected String optionTemplate() {
        return "quintet/forms/widgets/select_option.html";
    }

    @Override
    protected String chosenAttribute() {
        return "selected";
    }

    @Override
    protected boolean numbered() {
        return false;
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        Map<String, @Nullable Object> widget = super.context(name, value, more);
        if (multiple() && widget.get("attrs") instanceof Attrs attrs) {
            attrs.set("multiple", true);
        }
        return widget;
    }

    /// {@return whether the first choice is empty: HTML allows `required` only then}
    @Override
    public boolean useRequiredAttribute(@Nullable Object initial) {
        if (!super.useRequiredAttribute(initial) || multiple()) {
            return super.useRequiredAttribute(initial);
        }
        Iterator<? extends Choice<?>> all = choices().iterator();
        return all.hasNext() && all.next() instanceof Choice.One<?> first && first.key().isEmpty();
    }
}
