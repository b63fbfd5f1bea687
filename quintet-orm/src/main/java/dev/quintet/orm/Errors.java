package dev.quintet.orm;

import dev.quintet.kernel.validate.ValidationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is wrong with an object, by field. Belongs to one thread.
public final class Errors {

    /// Under which errors stand that concern no field in particular. Django: `NON_FIELD_ERRORS`.
    public static final String ALL = "__all__";

    private final Map<String, List<ValidationError>> byField = new LinkedHashMap<>();

    /// Nothing wrong.
    public Errors() {}

    /// Adds an error of one field.
    public void add(Selectable<?> field, ValidationError error) {
        add(Assignment.nameOf(field), error);
    }

    /// Adds an error of one field, told in words.
    public void add(Selectable<?> field, String message) {
        add(field, ValidationError.of(message, "invalid"));
    }

    /// Adds an error of one field.
    ///
    /// @param field its name, or {@link #ALL}
    public void add(String field, ValidationError error) {
        byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(error);
    }

    /// Adds an error that concerns no field in particular.
    public void add(ValidationError error) {
        add(ALL, error);
    }

    /// Adds an error that concerns no field in particular, told in words.
    public void add(String message) {
        add(ValidationError.of(message, "invalid"));
    }

    /// {@return whether nothing is wrong}
    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /// {@return the names of the fields that have errors}
    public Set<String> fields() {
        return Set.copyOf(byField.keySet());
    }

    /// {@return all errors, by field, in the order in which they were found}
    public Map<String, List<ValidationError>> all() {
        var copy = new LinkedHashMap<String, List<ValidationError>>();
        byField.forEach((field, errors) -> copy.put(field, List.copyOf(errors)));
        return copy;
    }
}
