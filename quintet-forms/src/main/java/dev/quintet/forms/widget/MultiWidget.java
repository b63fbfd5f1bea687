package dev.quintet.forms.widget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Several widgets for one value, which {@link #decompress} takes apart. Django: `MultiWidget`.
///
/// The names of their controls are its own with `_0`, `_1`, or with names of yours.
public abstract class MultiWidget extends Widget {

    private final Map<String, Widget> widgets;
    private @Nullable List<CharSequence> partLabels;

    /// Makes one of these widgets, by what stands behind the name of its control: `""`, `"_0"`.
    protected MultiWidget(Map<String, ? extends Widget> bySuffix) {
        this.widgets = new LinkedHashMap<>(bySuffix);
    }

    /// Makes one of these widgets, whose controls are numbered.
    protected MultiWidget(List<? extends Widget> widgets) {
        this.widgets = new LinkedHashMap<>();
        for (Widget each : widgets) {
            this.widgets.put("_" + this.widgets.size(), each);
        }
    }

    /// {@return the parts of a value, one for each widget; nulls where there is nothing}
    protected abstract List<@Nullable Object> decompress(@Nullable Object value);

    /// {@return the parts of a value, as {@link #decompress} takes it apart}
    public final List<@Nullable Object> partsOf(@Nullable Object value) {
        return decompress(value);
    }

    /// Sets what who does not see its controls hears of each, in their order: `partLabels("From",
    /// "To")`. Without any, they have the name of their group alone, as in Django.
    public final MultiWidget partLabels(CharSequence... labels) {
        this.partLabels = List.of(labels);
        return this;
    }

    /// {@return what its controls are called where {@link #partLabels} does not say; by default
    /// nothing}
    protected List<? extends CharSequence> usualPartLabels() {
        return List.of();
    }

    /// {@return its widgets, in their order}
    public final Collection<Widget> widgets() {
        return java.util.Collections.unmodifiableCollection(widgets.values());
    }

    @Override
    public String template() {
        return "quintet/forms/widgets/multi.html";
    }

    @Override
    public boolean hidden() {
        return widgets.values().stream().allMatch(Widget::hidden);
    }

    @Override
    public boolean needsMultipart() {
        return widgets.values().stream().anyMatch(Widget::needsMultipart);
    }

    @Override
    public boolean useFieldset() {
        return true;
    }

    @Override
    public void localize(boolean on) {
        super.localize(on);
        widgets.values().forEach(each -> each.localize(on));
    }

    @Override
    public Media media() {
        Media all = Media.NONE;
        for (Widget each : widgets.values()) {
            all = all.and(each.media());
        }
        return all;
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        Map<String, @Nullable Object> widget = super.context(name, null, more);
        List<?> values = value instanceof List<?> list ? list : decompress(value);
        Attrs attrs = (Attrs) java.util.Objects.requireNonNull(widget.get("attrs"));
        Object id = attrs.get("id");
        List<? extends CharSequence> labels = partLabels == null ? usualPartLabels() : partLabels;
        var parts = new ArrayList<Map<String, @Nullable Object>>();
        int number = 0;
        for (var each : widgets.entrySet()) {
            Attrs own = attrs.copy();
            if (id != null) {
                own.set("id", id + "_" + number);
            }
            own = own.setAll(each.getValue().attrs());
            if (namesParts() && number < labels.size()) {
                name(each.getValue(), own, labels.get(number));
            }
            Object part = number < values.size() ? values.get(number) : null;
            parts.add(each.getValue().context(name + each.getKey(), part, own));
            number++;
        }
        widget.put("subwidgets", parts);
        return widget;
    }

    /// {@return the values of its widgets, in their order; JSON may bring them as one list}
    @Override
    public Object valueFrom(FormData data, String name) {
        if (data.get(name) instanceof List<?> whole && !widgets.containsKey("")) {
            return whole;
        }
        var values = new ArrayList<@Nullable Object>();
        widgets.forEach((suffix, each) -> values.add(each.valueFrom(data, name + suffix)));
        return values;
    }

    @Override
    public boolean omittedFrom(FormData data, String name) {
        return widgets.entrySet().stream()
                .allMatch(each -> each.getValue().omittedFrom(data, name + each.getKey()));
    }

    @Override
    public String idForLabel(String id) {
        return "";
    }
}
