package dev.quintet.admin;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.ToOne;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field at the end of a path of names, `artist__name`, found in the models. Immutable.
///
/// @param path as queries say it
/// @param model the model that has the field
/// @param field the field
/// @param relation the way that the field itself is, or `null`
/// @param many whether the path leads to several rows
record FieldAt(
        String path,
        ModelMapping<?> model,
        FieldState field,
        @Nullable ModelRelation relation,
        boolean many) {

    /// {@return the field at the end of a path}
    ///
    /// @throws AdminException when a model has no such field
    static FieldAt find(ModelMapping<?> from, String path) {
        ModelMapping<?> at = from;
        boolean many = false;
        String[] names = path.split("__", -1);
        for (int i = 0; ; i++) {
            String name = names[i];
            ModelRelation relation = at.relation(name);
            many |= relation != null && relation.many();
            if (i == names.length - 1) {
                return new FieldAt(path, at, state(at, name, relation), relation, many);
            }
            if (relation == null) {
                throw unknown(at, name);
            }
            at = relation.target().get();
        }
    }

    private static FieldState state(
            ModelMapping<?> model, String name, @Nullable ModelRelation relation) {
        if (name.equals("pk")) {
            return model.hasCompositeKey()
                    ? FieldState.of("pk", FieldType.text()).named("key")
                    : model.key();
        }
        int number = model.number(name);
        if (number >= 0) {
            return model.columns().get(number);
        }
        FieldState own = model.field(name);
        if (own != null) {
            return own;
        }
        if (relation != null) {
            ModelMapping<?> target = relation.target().get();
            return FieldState.of(name, target.keyFields().getFirst().type())
                    .named(target.state().verboseName());
        }
        throw unknown(model, name);
    }

    private static AdminException unknown(ModelMapping<?> model, String name) {
        return new AdminException(
                Problem.of("admin.E002", model.state().label() + " has no field '" + name + "'.")
                        .fixedBy(Nearest.question(name, model.names())));
    }

    /// {@return what people read for it, with a capital letter}
    String label() {
        return Words.capFirst(
                field.verboseName().isEmpty() ? field.name().replace('_', ' ') : field.shownName());
    }

    /// {@return the kind of the column, or `null` where it has none of its own}
    @Nullable SqlType sqlType() {
        int number = model.number(field.name());
        return number < 0 ? null : model.sqlType(number);
    }

    boolean isRelation() {
        return relation != null;
    }

    /// {@return what a row holds at the end of the path: a row where the field leads to one; `null`
    /// as soon as a way leads nowhere}
    @Nullable Object valueOf(Entity row) {
        String[] names = path.split("__", -1);
        Entity at = row;
        for (int i = 0; i < names.length - 1; i++) {
            Entity next = follow(at, names[i]);
            if (next == null) {
                return null;
            }
            at = next;
        }
        return relation != null && !relation.many()
                ? follow(at, names[names.length - 1])
                : at.templateAttribute(names[names.length - 1]);
    }

    @SuppressWarnings("unchecked") // the mapping of a row's class takes the row
    private static @Nullable Entity follow(Entity row, String name) {
        var mapping = (ModelMapping<Entity>) Mappings.of(row.getClass());
        return mapping.place(row, name) instanceof ToOne<?> to && to.key() != null
                ? to.get()
                : null;
    }

    /// {@return the path's relations to one row each, to be loaded with the rows; empty where there
    /// are none}
    @Nullable String joined() {
        String way = path;
        if (relation == null || relation.many()) {
            int last = path.lastIndexOf("__");
            if (last < 0) {
                return null;
            }
            way = path.substring(0, last);
        }
        return many ? null : way;
    }

    /// {@return how choices of the field are named, by what the column stores; empty for none}
    List<FieldState.Choice> choices() {
        return field.choices();
    }
}
