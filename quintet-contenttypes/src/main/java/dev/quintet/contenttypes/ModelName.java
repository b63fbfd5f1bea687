package dev.quintet.contenttypes;

import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.state.ModelState;
import java.util.Locale;

/// By what a model is known in `django_content_type`. Django: the natural key.
///
/// @param app label of its app
/// @param model name of its class in lower case
record ModelName(String app, String model) {

    static ModelName of(ModelState state) {
        return new ModelName(state.app(), state.name().toLowerCase(Locale.ROOT));
    }

    static ModelName of(ModelMapping<?> mapping) {
        return of(mapping.state());
    }
}
