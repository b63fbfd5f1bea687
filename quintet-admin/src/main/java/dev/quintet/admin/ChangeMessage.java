package dev.quintet.admin;

import dev.quintet.forms.BoundField;
import dev.quintet.forms.ModelForm;
import dev.quintet.forms.ModelFormSet;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was done, as Django's log keeps it: `[{"changed": {"fields": ["Title"]}}]`. Beside the
/// names of the fields stands what they held before and after, which Django passes over.
final class ChangeMessage {

    private static final String HIDDEN = "****";
    private static final int MOST_TEXT = 200;

    private ChangeMessage() {}

    /// {@return that a row was added}
    static List<Map<String, ?>> added() {
        var all = new ArrayList<Map<String, ?>>();
        all.add(Map.of("added", Map.of()));
        return all;
    }

    /// {@return which fields were changed; empty when none was}
    static List<Map<String, ?>> of(ModelForm<?> form) {
        var all = new ArrayList<Map<String, ?>>();
        Map<String, Object> fields = fields(form);
        if (!fields.isEmpty()) {
            all.add(Map.of("changed", fields));
        }
        return all;
    }

    private static Map<String, Object> fields(ModelForm<?> form) {
        var labels = new ArrayList<String>();
        var before = new ArrayList<String>();
        var after = new ArrayList<String>();
        for (String name : form.changedFields()) {
            BoundField bound = form.get(name);
            if (bound.isHidden()) {
                continue;
            }
            boolean secret =
                    form.mapping().number(name) >= 0
                            && form.mapping().columns().get(form.mapping().number(name)).secret();
            labels.add(own(form, bound));
            before.add(secret ? HIDDEN : text(bound.initial()));
            after.add(secret ? HIDDEN : text(bound.field().value()));
        }
        if (labels.isEmpty()) {
            return Map.of();
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("fields", labels);
        fields.put("from", before);
        fields.put("to", after);
        return fields;
    }

    /// What a field is called in the language of the sources: who reads the entry may have another.
    private static String own(ModelForm<?> form, BoundField bound) {
        int number = form.mapping().number(bound.name());
        String name = number < 0 ? "" : form.mapping().columns().get(number).verboseName();
        return name.isEmpty() ? bound.label().toString() : Words.capFirst(name);
    }

    private static String text(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }

    /// {@return what was done to the rows of an inline}
    ///
    /// @param changes what {@link #changes} said before they were saved
    static List<Map<String, ?>> of(
            ModelFormSet.Saved<? extends Entity> saved, Map<Entity, Map<String, Object>> changes) {
        var all = new ArrayList<Map<String, ?>>();
        saved.created().forEach(row -> all.add(Map.of("added", named(row))));
        saved.changed()
                .forEach(row -> {
                    var what = new LinkedHashMap<String, Object>(named(row));
                    what.putAll(changes.getOrDefault(row, Map.of()));
                    all.add(Map.of("changed", what));
                });
        saved.deleted().forEach(row -> all.add(Map.of("deleted", named(row))));
        return all;
    }

    /// {@return what is to be said of each changed row of a set, before it is saved}
    static <C extends Entity, F extends ModelForm<C>> Map<Entity, Map<String, Object>> changes(
            ModelFormSet<C, F> rows) {
        var all = new IdentityHashMap<Entity, Map<String, Object>>();
        for (F form : rows) {
            all.put(form.instance(), fields(form));
        }
        return all;
    }

    private static Map<String, Object> named(Entity row) {
        var named = new LinkedHashMap<String, Object>();
        named.put("name", Mappings.of(row.getClass()).state().verboseName());
        named.put("object", row.toString());
        return named;
    }
}
