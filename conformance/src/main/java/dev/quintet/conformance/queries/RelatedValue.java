package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Related;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows that a relation of an object leads to: its manager, and the QuerySet of all of them,
/// which knows when they are loaded already.
///
/// @param owner whose relation it is
/// @param relation which it is
/// @param place a {@link Related} or a {@link ManyToMany}
record RelatedValue(EntityValue owner, ModelRelation relation, ModelRelation.Holder place)
        implements PythonObject {

    ModelMapping<?> target() {
        return relation.target().get();
    }

    RowsValue rows() {
        return RowsValue.of(all(), target());
    }

    private QuerySet<?> all() {
        return switch (place) {
            case Related<?> rows -> rows.all();
            case ManyToMany<?> rows -> rows.all();
            default -> throw new IllegalStateException(relation.name());
        };
    }

    List<@Nullable Object> list() {
        return ErrorNames.translating(() -> {
            List<? extends Entity> rows =
                    switch (place) {
                        case Related<?> some -> some.list();
                        case ManyToMany<?> some -> some.list();
                        default -> throw new IllegalStateException(relation.name());
                    };
            List<@Nullable Object> all = new ArrayList<>();
            rows.forEach(one -> all.add(new EntityValue(one)));
            return all;
        });
    }

    private long count() {
        return ErrorNames.translating(() ->
                switch (place) {
                    case Related<?> some -> some.count();
                    case ManyToMany<?> some -> some.count();
                    default -> throw new IllegalStateException(relation.name());
                });
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "all", "get_queryset" -> (Function) _ -> this;
            case "count" -> (Function) _ -> count();
            default -> {
                Function method = RelatedWrites.of(this, name);
                yield method == null
                        ? rows().attribute(name)
                        : (Function)
                                arguments -> ErrorNames.translating(() -> method.call(arguments));
            }
        };
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return rows().item(key);
    }

    @Override
    public Iterable<@Nullable Object> iterate() {
        return list();
    }

    @Override
    public long length() {
        return list().size();
    }

    @Override
    public boolean truth() {
        return !list().isEmpty();
    }

    @Override
    public @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
        return rows().binary(operator, other, reflected);
    }

    @Override
    public String typeName() {
        return "RelatedManager";
    }
}
