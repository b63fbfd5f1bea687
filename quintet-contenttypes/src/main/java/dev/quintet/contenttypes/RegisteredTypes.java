package dev.quintet.contenttypes;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Lets relations to rows of any model lead by content types.
public final class RegisteredTypes implements ModelTypes {

    /// For {@link java.util.ServiceLoader}.
    public RegisteredTypes() {}

    @Override
    public Object keyOf(ModelMapping<?> model, String alias) {
        return ContentTypeRegistry.on(alias).of(model).id;
    }

    @Override
    public Map<Object, ModelMapping<?>> modelsOf(Collection<?> keys, String alias) {
        ModelNames names = ModelNames.of(Context.current());
        var models = new HashMap<Object, ModelMapping<?>>();
        ContentTypeRegistry.on(alias)
                .forIds(keys.stream().map(key -> ((Number) key).intValue()).toList())
                .forEach((id, type) ->
                        names.find(type.appLabel, type.model)
                                .ifPresent(model -> models.put(id, model)));
        return models;
    }
}
