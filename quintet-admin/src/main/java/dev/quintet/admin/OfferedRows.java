package dev.quintet.admin;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.Entity;
import dev.quintet.orm.LimitTo;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.Models;
import dev.quintet.orm.QuerySet;
import org.jspecify.annotations.Nullable;

/// Of the rows of an admin those that a relation may be given.
///
/// @param model that has the relation
/// @param relation leads to the admin's model
record OfferedRows(ModelMapping<?> model, ModelRelation relation) {

    /// {@return those of the relation that `name()` gives, or `null` where there is no such one to
    /// these rows}
    static @Nullable OfferedRows named(String name, ModelMapping<?> target) {
        int dot = name.lastIndexOf('.');
        String label = name.substring(0, Math.max(dot, 0));
        for (ModelMapping<?> model : Context.current().get(Models.KEY).list()) {
            if (model.state().label().equals(label)) {
                ModelRelation relation = model.relation(name.substring(dot + 1));
                return relation != null && relation.target().get().equals(target)
                        ? new OfferedRows(model, relation)
                        : null;
            }
        }
        return null;
    }

    /// {@return the relation as addresses name it, such as `shop.Album.artist`}
    String name() {
        return model.state().label() + "." + relation.name();
    }

    <T extends Entity> QuerySet<T> among(QuerySet<T> rows) {
        QuerySet<?> offered = LimitTo.offered(model, relation);
        return offered.asksForTheSame(relation.target().get().defaultRows())
                ? rows
                : rows.filter("pk__in", offered);
    }
}
