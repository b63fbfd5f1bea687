package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.orm.Entity;
import dev.quintet.orm.GenericForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.Related;
import dev.quintet.orm.RelatedOne;
import dev.quintet.orm.ToOne;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An object of a model. Expressions that are assigned to its fields wait until it is saved.
final class EntityValue implements PythonObject {

    private final Entity entity;
    private final ModelMapping<?> mapping;

    /// What the database shall work out when this object is saved, by our names.
    private final Map<String, ExpressionValue> waiting = new HashMap<>();

    /// What a query worked out, by our names, and what it is called.
    private final Map<String, String> annotated;

    private final @Nullable Set<String> loaded;

    EntityValue(Entity entity) {
        this(entity, Map.of(), null);
    }

    /// An object that a query gave.
    ///
    /// @param annotated what it worked out, by our names, and what that is called
    /// @param loaded the columns that it read, or `null` for all
    EntityValue(Entity entity, Map<String, String> annotated, @Nullable Set<String> loaded) {
        this.entity = entity;
        this.mapping = Mappings.of(entity.getClass());
        this.annotated = annotated;
        this.loaded = loaded;
    }

    /// {@return the columns that were read, or `null` for all}
    @Nullable Set<String> loaded() {
        return loaded;
    }

    /// {@return this object as results have it}
    ModelReference reference() {
        Map<Object, @Nullable Object> annotations = new LinkedHashMap<>();
        annotated.forEach((ours, name) -> {
            Object value = EntityMethods.annotation(entity, ours);
            if (!PythonObject.missing(value)) {
                annotations.put(name, Encoding.of(Conversion.toPython(value)));
            }
        });
        return new ModelReference(
                mapping.state().label(),
                key(),
                loaded == null ? null : List.copyOf(loaded),
                annotations);
    }

    Entity entity() {
        return entity;
    }

    ModelMapping<?> mapping() {
        return mapping;
    }

    Map<String, ExpressionValue> waiting() {
        return waiting;
    }

    @Nullable Object key() {
        return Conversion.toPython(entity.templateAttribute("pk"));
    }

    @Override
    public @Nullable Object attribute(String name) {
        String ours = Site.current().names().placed(mapping, name);
        if (waiting.containsKey(ours)) {
            return waiting.get(ours);
        }
        return ErrorNames.translating(() -> own(name, ours));
    }

    private @Nullable Object own(String name, String ours) {
        ModelRelation relation = mapping.relation(ours);
        if (relation != null && mapping.relations().contains(relation)) {
            return led(relation, placeOf(mapping, relation.name()));
        }
        if (mapping.leadsAnywhere(ours)
                && placeOf(mapping, ours) instanceof GenericForeignKey<?> any) {
            return Conversion.toPython(any.get());
        }
        Entity parent = EntityMethods.parent(entity, mapping, ours);
        if (parent != null) {
            return new EntityValue(parent);
        }
        Object way = UndeclaredWays.follow(this, name);
        if (!PythonObject.missing(way)) {
            return way;
        }
        if (name.equals("pk") || (name.equals("id") && mapping.number("id") >= 0)) {
            return key();
        }
        if (mapping.number(ours) >= 0) {
            return Conversion.toPython(read(mapping, ours));
        }
        if (ours.endsWith("_id")) {
            String base = ours.substring(0, ours.length() - 3);
            if (mapping.relation(base) != null) {
                return Conversion.toPython(read(mapping, base));
            }
        }
        Object method = method(name);
        if (!PythonObject.missing(method)) {
            return method;
        }
        return Conversion.toPython(EntityMethods.annotation(entity, ours));
    }

    private @Nullable Object led(ModelRelation relation, ModelRelation.Holder place) {
        return switch (place) {
            case ToOne<?> key -> Conversion.toPython(key.get());
            case RelatedOne<?> back ->
                    Conversion.toPython(
                            back.find()
                                    .orElseThrow(() ->
                                            new PythonError(
                                                    "RelatedObjectDoesNotExist",
                                                    mapping.state().name()
                                                            + " has no "
                                                            + relation.name()
                                                            + ".")));
            case Related<?> rows -> new RelatedValue(this, relation, rows);
            case ManyToMany<?> rows -> new RelatedValue(this, relation, rows);
            case GenericForeignKey<?> any -> Conversion.toPython(any.get());
        };
    }

    private <M extends Entity> ModelRelation.Holder placeOf(ModelMapping<M> model, String name) {
        return model.place(model.type().cast(entity), name);
    }

    private <M extends Entity> @Nullable Object read(ModelMapping<M> model, String name) {
        return model.read(model.type().cast(entity), name);
    }

    private @Nullable Object method(String name) {
        if (name.startsWith("get_") && name.endsWith("_display")) {
            String field = name.substring(4, name.length() - 8);
            String ours = Site.current().names().placed(mapping, field);
            Object label = entity.templateAttribute("get_" + ours + "_display");
            return PythonObject.same(label, TemplateObject.UNKNOWN)
                    ? MISSING
                    : (Function) _ -> label;
        }
        Function method = EntityMethods.of(this, name);
        return method == null
                ? MISSING
                : (Function) arguments -> ErrorNames.translating(() -> method.call(arguments));
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        String ours = Site.current().names().placed(mapping, name);
        waiting.remove(ours);
        if (value instanceof ExpressionValue expression) {
            waiting.put(ours, expression);
        } else {
            ErrorNames.translating(() -> {
                EntityMethods.assign(entity, mapping, ours, Conversion.toOurs(value));
                return true;
            });
        }
    }

    @Override
    public @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
        return operator.equals("==")
                ? other instanceof EntityValue one && entity.equals(one.entity)
                : MISSING;
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        throw PythonError.attribute(this, "__call__");
    }

    @Override
    public String text() {
        return entity.toString();
    }

    @Override
    public String debugText() {
        return "<" + typeName() + ": " + text() + ">";
    }

    @Override
    public String typeName() {
        return entity.getClass().getSimpleName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityValue one && entity.equals(one.entity);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(entity);
    }
}
