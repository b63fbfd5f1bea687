package dev.quintet.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fields of a form that stand together. Immutable.
///
/// @param title above them, or `null`
/// @param fields their names
/// @param description below the title, plain text; `null` for none
/// @param collapsed whether the fields are hidden until somebody opens them
record Fieldset(
        @Nullable CharSequence title,
        List<String> fields,
        @Nullable CharSequence description,
        boolean collapsed) {

    Fieldset {
        fields = List.copyOf(fields);
    }
}
