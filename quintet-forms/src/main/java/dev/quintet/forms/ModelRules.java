package dev.quintet.forms;

import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.state.FieldState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a model asks of a row beside what its columns hold.
final class ModelRules {

    private ModelRules() {}

    /// {@return what is wrong with a row, by field}
    ///
    /// @param there whether the row was there before
    /// @param except fields that are not looked at
    static <M extends Entity> Map<String, List<ValidationError>> check(
            ModelMapping<M> mapping, M row, boolean there, Set<String> except) {
        var wrong = new LinkedHashMap<String, List<ValidationError>>();
        for (FieldState field : mapping.columns()) {
            if (!field.unique() || except.contains(field.name())) {
                continue;
            }
            Object value = mapping.read(row, field.name());
            if (value != null && taken(mapping, row, there, field.name(), value)) {
                wrong.put(
                        field.name(),
                        List.of(
                                ValidationError.of(
                                                "%(model_name)s with this %(field_label)s already"
                                                        + " exists.",
                                                "unique")
                                        .with("model_name", capital(mapping.state().verboseName()))
                                        .with("field_label", capital(field.verboseName()))));
            }
        }
        return wrong;
    }

    private static <M extends Entity> boolean taken(
            ModelMapping<M> mapping, M row, boolean there, String field, Object value) {
        QuerySet<M> same = QuerySet.of(mapping).filter(field, value);
        if (there) {
            String key = mapping.key().name();
            same = same.exclude(key, mapping.read(row, key));
        }
        return same.exists();
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
