package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.TimeTypes;
import dev.quintet.conformance.python.Values;
import dev.quintet.conformance.realdb.polls.Question;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.ToOne;
import dev.quintet.orm.ValueColumn;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.FieldPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The methods that all objects of models have.
final class EntityMethods {

    private EntityMethods() {}

    static @Nullable Function of(EntityValue it, String name) {
        return switch (name) {
            case "save" -> arguments -> saved(it, arguments);
            case "delete" -> _ -> Conversion.toPython(it.entity().delete());
            case "refresh_from_db" -> arguments -> refreshed(it, arguments);
            case "full_clean", "clean_fields", "clean", "validate_unique", "validate_constraints" ->
                    _ -> {
                        it.entity().fullClean();
                        return null;
                    };
            case "get_deferred_fields" -> _ -> deferred(it);
            case "was_published_recently" ->
                    it.entity() instanceof Question question
                            ? _ ->
                                    !question.pubDate.isAfter(TimeTypes.NOW)
                                            && !question.pubDate.isBefore(
                                                    TimeTypes.NOW.minus(Duration.ofDays(1)))
                            : null;
            default -> null;
        };
    }

    private static @Nullable Object saved(EntityValue it, Arguments arguments) {
        Object fields = arguments.named("update_fields", null);
        if (fields != null) {
            List<Selectable<?>> ours = columns(it, fields);
            if (!ours.isEmpty()) {
                Invocation.callMany(it.entity(), "save", ours);
            }
        } else if (arguments.flag("force_insert")) {
            it.entity().insert();
        } else if (arguments.flag("force_update")) {
            it.entity().update();
        } else {
            it.entity().save();
        }
        QueryWrites.flush(List.of(it));
        return null;
    }

    private static List<Selectable<?>> columns(EntityValue it, @Nullable Object fields) {
        List<Selectable<?>> columns = new ArrayList<>();
        for (Object one : Values.iterate(fields)) {
            String name = Site.current().names().placed(it.mapping(), Values.text(one));
            columns.add(column(name));
        }
        return columns;
    }

    /// {@return a field of a model by its name, for methods that are meant to be told by
    /// catalogues}
    static Selectable<?> column(String name) {
        return new ValueColumn<>(FieldPath.of(name));
    }

    private static @Nullable Object refreshed(EntityValue it, Arguments arguments) {
        it.waiting().clear();
        Object fields = arguments.get(1, "fields", null);
        if (fields == null) {
            it.entity().refresh();
        } else {
            Invocation.callMany(it.entity(), "refresh", columns(it, fields));
        }
        return null;
    }

    /// Does what the constructor of a model does with one of its arguments.
    static void given(EntityValue made, String name, @Nullable Object value) {
        String ours = Site.current().names().placed(made.mapping(), name);
        boolean known =
                name.equals("pk")
                        || made.mapping().names().contains(ours)
                        || (ours.endsWith("_id")
                                && made.mapping().relation(ours.substring(0, ours.length() - 3))
                                        != null);
        if (!known) {
            throw new PythonError(
                    "TypeError",
                    made.typeName() + "() got unexpected keyword arguments: '" + name + "'");
        }
        made.setAttribute(name, value);
    }

    /// Puts a value into a field or relation.
    static void assign(
            Entity entity, ModelMapping<?> mapping, String name, @Nullable Object value) {
        String field = name.equals("pk") ? mapping.key().name() : name;
        if (value == null && field.equals(mapping.key().name()) && mapping.key().type().auto()) {
            // What Django's users write to copy a row.
            entity.detach();
            return;
        }
        String base = field.endsWith("_id") ? field.substring(0, field.length() - 3) : field;
        if (mapping.number(field) < 0 && mapping.relation(base) != null) {
            write(mapping, entity, base, value);
        } else if (mapping.relation(field) != null) {
            led(mapping, entity, field, value);
        } else if (mapping.number(field) >= 0) {
            write(mapping, entity, field, Fitting.fit(entity, field, value));
        } else {
            throw PythonError.attribute(new EntityValue(entity), name);
        }
    }

    @SuppressWarnings("unchecked") // the relation checks what it is set to when it is saved
    private static <M extends Entity> void led(
            ModelMapping<M> mapping, Entity entity, String name, @Nullable Object value) {
        if (value != null && !(value instanceof Entity)) {
            throw new PythonError(
                    "ValueError",
                    "Cannot assign \"" + value + "\": it must be an instance of the model.");
        }
        if (mapping.place(mapping.type().cast(entity), name) instanceof ToOne<?> place) {
            ((ToOne<@Nullable Entity>) place).set((Entity) value);
        } else {
            throw new PythonError(
                    "TypeError",
                    "Direct assignment to the reverse side of a relation is prohibited.");
        }
    }

    private static <M extends Entity> void write(
            ModelMapping<M> mapping, Entity entity, String name, @Nullable Object value) {
        mapping.write(mapping.type().cast(entity), name, value);
    }

    /// {@return what a query worked out for an object, or {@link PythonObject#MISSING}}
    static @Nullable Object annotation(Entity entity, String name) {
        Object found = entity.templateAttribute(name);
        return PythonObject.same(found, TemplateObject.UNKNOWN) ? PythonObject.MISSING : found;
    }

    private static Object deferred(EntityValue it) {
        Set<@Nullable Object> deferred = new LinkedHashSet<>();
        for (FieldState field : it.mapping().columns()) {
            String name = FieldNames.snake(field.name()) + (field.relation() == null ? "" : "_id");
            if (it.loaded() != null && !it.loaded().contains(name)) {
                deferred.add(name);
            }
        }
        return deferred;
    }

    /// {@return the object that a model extends, made of the same values, by the name of the tie;
    /// `null` for any other name}
    static <M extends Entity> @Nullable Entity parent(
            Entity entity, ModelMapping<M> mapping, String name) {
        ModelMapping<? super M> parent = mapping.parent();
        return parent == null || !mapping.parentLink().name().equals(name)
                ? null
                : copied(mapping.type().cast(entity), mapping, parent);
    }

    private static <M extends Entity, P extends Entity> P copied(
            M object, ModelMapping<M> mapping, ModelMapping<P> parent) {
        P made = parent.blank();
        for (FieldState field : parent.columns()) {
            String own = field.primaryKey() ? mapping.key().name() : field.name();
            parent.write(made, field.name(), mapping.read(object, own));
        }
        return made;
    }
}
