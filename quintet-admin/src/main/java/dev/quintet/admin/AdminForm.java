package dev.quintet.admin;

import dev.quintet.forms.ModelForm;
import dev.quintet.orm.Entity;
import java.util.Collection;

/// The form for a row of any model, with the fields that an admin names.
///
/// @param <M> the model
final class AdminForm<M extends Entity> extends ModelForm<M> {

    AdminForm(Class<M> model, Collection<String> names) {
        super(model);
        fields(names);
    }
}
