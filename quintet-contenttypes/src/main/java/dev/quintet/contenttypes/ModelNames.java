package dev.quintet.contenttypes;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// Finds the models of a site by the names that content types have. Immutable.
final class ModelNames {

    private static final Map<Models, ModelNames> KNOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<ModelName, ModelMapping<?>> byName = new LinkedHashMap<>();

    private ModelNames(Models models) {
        for (ModelMapping<?> mapping : models.list()) {
            byName.put(ModelName.of(mapping), mapping);
        }
    }

    static ModelNames of(Context site) {
        Models models = site.getOr(Models.KEY, () -> Models.of(site.apps()));
        return KNOWN.computeIfAbsent(models, ModelNames::new);
    }

    Optional<ModelMapping<?>> find(String app, String model) {
        return Optional.ofNullable(byName.get(new ModelName(app, model)));
    }

    Map<ModelName, ModelMapping<?>> all() {
        return Collections.unmodifiableMap(byName);
    }
}
