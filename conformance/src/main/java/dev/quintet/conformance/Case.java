package dev.quintet.conformance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One recorded case: what was asked and what Django answered, as JSON.
///
/// @param fields the line's own fields; values still have their tags, see {@link Tagged}
public record Case(Map<String, @Nullable Object> fields) {

    /// {@return the name of this case, for the report only: behaviour never depends on it}
    public String id() {
        return text("id");
    }

    /// {@return its area, or its kind, or its function: whichever the file has}
    public String area() {
        for (String name : List.of("area", "func", "kind")) {
            if (fields.get(name) instanceof String area) {
                return area;
            }
        }
        return "";
    }

    /// {@return whether the line has this field, be it null}
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /// {@return the field's raw value; `null` when it is null or missing}
    public @Nullable Object raw(String name) {
        return fields.get(name);
    }

    /// {@return the field's value, its tags decoded; `null` when it is null or missing}
    public @Nullable Object value(String name) {
        return Tagged.STANDARD.decode(fields.get(name));
    }

    /// {@return a field that is text}
    public String text(String name) {
        return (String) Objects.requireNonNull(fields.get(name), name);
    }

    /// {@return a field that is text, or `null` when it is null or missing}
    public @Nullable String textOrNull(String name) {
        return (String) fields.get(name);
    }

    /// {@return a field that is true; false when it is false or missing}
    public boolean truth(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /// {@return a field that is an object, with tags; empty when it is missing}
    @SuppressWarnings("unchecked") // Json.parse makes maps with String keys only
    public Map<String, @Nullable Object> object(String name) {
        Object value = fields.get(name);
        return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
    }

    /// {@return a field that is a list, with tags; empty when it is missing}
    @SuppressWarnings("unchecked") // a list of anything
    public List<@Nullable Object> list(String name) {
        Object value = fields.get(name);
        return value == null ? List.of() : (List<@Nullable Object>) value;
    }
}
