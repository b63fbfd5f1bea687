package dev.quintet.auth;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.contenttypes.ContentTypeRegistry;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.state.ModelOptions;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes the permissions of a site's models, as `migrate` does at its end. Django:
/// `create_permissions`.
public final class PermissionRows {

    private PermissionRows() {}

    /// Makes a row for each permission that there is not yet; none is ever taken away.
    ///
    /// @param site whose models
    /// @param alias of the database where they are kept
    /// @return those that were made
    public static List<Permission> createMissing(Context site, String alias) {
        ContentTypeRegistry types = ContentTypeRegistry.on(alias);
        types.createMissing(site.get(Models.KEY).list());
        var there = new HashSet<String>();
        Permissions.all()
                .using(alias)
                .valuesList("contentType_id", "codename")
                .forEach(row -> there.add(row.get(0) + " " + row.get(1)));
        var missing = new ArrayList<Permission>();
        for (ModelMapping<?> model : site.get(Models.KEY).list()) {
            if (Databases.current().routing().allowsMigrate(alias, model.state())) {
                missing(types, model.type(), model.state(), there, missing);
            }
        }
        if (!missing.isEmpty()) {
            Permissions.all().using(alias).bulkCreate(missing);
        }
        return List.copyOf(missing);
    }

    private static void missing(
            ContentTypeRegistry types,
            Class<? extends Entity> type,
            ModelState state,
            Set<String> there,
            List<Permission> missing) {
        Map<String, String> all = of(state);
        if (all.isEmpty()) {
            return;
        }
        ContentType content = types.forExactModel(type);
        all.forEach((code, name) -> {
            if (there.add(content.id + " " + code)) {
                var made = new Permission();
                made.contentType.set(content);
                made.codename = code;
                made.name = name;
                missing.add(made);
            }
        });
    }

    /// {@return the permissions of a model: their names for people by their codes. Django:
    /// `get_permission_codename` and its own}
    public static Map<String, String> of(ModelState model) {
        var all = new LinkedHashMap<String, String>();
        ModelOptions options = model.options();
        String name = model.name().toLowerCase(Locale.ROOT);
        for (String usual : options.defaultPermissions()) {
            all.put(usual + "_" + name, "Can " + usual + " " + options.verboseName());
        }
        options.permissions().forEach(own -> all.put(own.code(), own.name()));
        return all;
    }
}
