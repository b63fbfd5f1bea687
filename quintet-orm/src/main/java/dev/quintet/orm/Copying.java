package dev.quintet.orm;

import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Objects that take their values from elsewhere: from another row, or from their own once more.
final class Copying {

    private Copying() {}

    static void detach(Entity entity) {
        detach(Mappings.of(entity), entity);
    }

    private static <M extends Entity> void detach(ModelMapping<M> mapping, Entity entity) {
        M object = mapping.type().cast(entity);
        entity.state = null;
        if (mapping.autoKey()) {
            mapping.assign(object, mapping.keyNumbers()[0], 0L);
        }
        for (ModelRelation relation : mapping.relations()) {
            if (mapping.holder(object, relation.name()) instanceof ToMany<?> rows) {
                rows.forget();
            }
        }
    }

    static <C extends Entity> Optional<C> as(Entity entity, Class<C> child) {
        if (child.isInstance(entity)) {
            return Optional.of(child.cast(entity));
        }
        Object key = Keys.of(entity);
        if (key == null) {
            return Optional.empty();
        }
        ModelMapping<C> mapping = Mappings.of(child);
        Optional<Optional<Entity>> joined = joined(entity, mapping);
        if (joined.isPresent()) {
            return joined.get().map(child::cast);
        }
        return QuerySet.of(mapping)
                .using(Relations.databaseOf(entity))
                .filter(Loading.byKey(mapping, key))
                .first();
    }

    /// {@return what the query joined in of a model that extends the object's own, if it did}
    private static Optional<Optional<Entity>> joined(Entity entity, ModelMapping<?> child) {
        EntityState state = entity.state;
        if (state == null || state.annotations == null) {
            return Optional.empty();
        }
        ModelMapping<?> mapping = Mappings.of(entity);
        for (String name : state.annotations.names()) {
            ModelRelation relation = mapping.relation(name);
            if (relation != null
                    && relation.kind() == ModelRelation.Kind.REVERSE_ONE
                    && relation.target().get().equals(child)) {
                return Optional.of(Optional.ofNullable((Entity) state.annotations.named(name)));
            }
        }
        return Optional.empty();
    }

    static void refresh(Entity entity, List<String> fields) {
        refresh(Mappings.of(entity), entity, fields);
    }

    private static <M extends Entity> void refresh(
            ModelMapping<M> mapping, Entity entity, List<String> fields) {
        M object = mapping.type().cast(entity);
        Object key = Keys.of(entity);
        if (key == null) {
            throw new DetachedRelationException();
        }
        List<Integer> numbers = new ArrayList<>();
        List<Node> columns = new ArrayList<>();
        for (String field : Saving.parts(mapping, fields)) {
            int number = mapping.number(field);
            if (number < 0) {
                refreshRelation(mapping, object, field);
            } else {
                numbers.add(number);
                columns.add(new Node.Field(FieldPath.of(field)));
            }
        }
        if (numbers.isEmpty()) {
            return;
        }
        var rows =
                Select.from(mapping)
                        .filter(Loading.byKey(mapping, key))
                        .orderBy(List.of())
                        .selecting(columns);
        String alias = entity.state == null ? Databases.DEFAULT : entity.state.database();
        List<List<@Nullable Object>> found =
                Selection.<List<@Nullable Object>>made(
                                rows, alias, values -> Arrays.asList(values.clone()))
                        .load();
        if (found.isEmpty()) {
            throw DoesNotExist.ofKey(mapping, key);
        }
        for (int i = 0; i < numbers.size(); i++) {
            mapping.assign(object, numbers.get(i), found.getFirst().get(i));
        }
        settle(mapping, object, numbers);
    }

    private static <M extends Entity> void refreshRelation(
            ModelMapping<M> mapping, M object, String name) {
        ModelRelation relation = mapping.relation(name);
        if (relation == null) {
            throw new UnknownFieldException(mapping.state().name(), name, mapping.names());
        }
        Relations.forget(mapping.holder(object, name));
    }

    /// What else was changed must still be written by the next save.
    private static <M extends Entity> void settle(
            ModelMapping<M> mapping, M object, List<Integer> numbers) {
        EntityState state = object.state;
        if (state == null) {
            return;
        }
        var read = new BitSet();
        numbers.forEach(read::set);
        state.load(read);
        if (state.holdsFields()) {
            var changed = new ChangedFields();
            mapping.changes(object, state, changed);
            numbers.forEach(changed.numbers()::clear);
            if (changed.numbers().isEmpty()) {
                state.renew(mapping, object);
            } else {
                state.doubt(object);
            }
        }
    }
}
