package dev.quintet.conformance;

import dev.quintet.forms.Form;
import dev.quintet.forms.FormField;
import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.Input;
import org.jspecify.annotations.Nullable;

/// A form whose fields a case names.
final class RecordedForm extends Form {

    /// Adds a field.
    void add(String name, FormField<?, ?> field) {
        adding(name, field);
    }

    @SuppressWarnings("unchecked") // each field is of its own class
    private <F extends FormField<?, F>> void adding(String name, FormField<?, ?> field) {
        addField(name, (F) field);
    }

    /// A control that holds one value, whatever is submitted.
    static final class Fixed extends Input {

        private final @Nullable Object value;

        Fixed(@Nullable Object value) {
            super("file");
            this.value = value;
        }

        @Override
        public @Nullable Object valueFrom(FormData data, String name) {
            return value;
        }
    }
}
