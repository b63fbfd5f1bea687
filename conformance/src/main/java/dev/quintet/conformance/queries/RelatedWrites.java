package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Related;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The methods of a related manager that change what is tied to its object.
@SuppressWarnings("unchecked") // the rows are of the relation's target, or keys of them
final class RelatedWrites {

    private RelatedWrites() {}

    static @Nullable Function of(RelatedValue it, String name) {
        return switch (name) {
            case "add" -> arguments -> added(it, arguments);
            case "remove" -> arguments -> removed(it, rows(arguments.positional()));
            case "set" -> arguments -> set(it, arguments);
            case "clear" -> _ -> cleared(it);
            case "create" -> arguments -> created(it, arguments);
            default -> null;
        };
    }

    private static List<Object> rows(Iterable<@Nullable Object> values) {
        List<Object> rows = new ArrayList<>();
        for (Object one : values) {
            rows.add(java.util.Objects.requireNonNull(Conversion.toOurs(one)));
        }
        return rows;
    }

    private static @Nullable Object added(RelatedValue it, Arguments arguments) {
        List<Object> rows = rows(arguments.positional());
        if (it.place() instanceof ManyToMany<?> between) {
            boolean objects = rows.stream().allMatch(Entity.class::isInstance);
            Map<String, @Nullable Object> values = through(it, arguments);
            if (!values.isEmpty()) {
                ((ManyToMany<Entity>) between).addAll((List<Entity>) (List<?>) rows, values);
            } else if (objects) {
                ((ManyToMany<Entity>) between).addAll((List<Entity>) (List<?>) rows);
            } else {
                between.addKeys(rows);
            }
        } else {
            ((Related<Entity>) it.place()).add(rows.toArray(Entity[]::new));
        }
        return null;
    }

    private static Map<String, @Nullable Object> through(RelatedValue it, Arguments arguments) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        var through = it.relation().through();
        if (through != null
                && through.model() != null
                && arguments.named("through_defaults", null) instanceof Map<?, ?> defaults) {
            ModelMapping<?> between = RealModels.models().get(through.model());
            Entity blank = between.blank();
            defaults.forEach((name, value) -> {
                String ours = Site.current().names().placed(between, Values.text(name));
                Object called =
                        value instanceof Function function ? function.call(Arguments.of()) : value;
                values.put(ours, Fitting.fit(blank, ours, Conversion.toOurs(called)));
            });
        }
        return values;
    }

    private static @Nullable Object removed(RelatedValue it, List<Object> rows) {
        if (it.place() instanceof ManyToMany<?> between) {
            ((ManyToMany<Entity>) between).removeAll((List<Entity>) (List<?>) rows);
        } else {
            ((Related<Entity>) it.place()).remove(rows.toArray(Entity[]::new));
        }
        return null;
    }

    private static @Nullable Object set(RelatedValue it, Arguments arguments) {
        List<Object> rows = rows(Values.iterate(arguments.get(0, "objs", null)));
        if (arguments.flag("clear")) {
            cleared(it);
            return added(
                    it, new Arguments(new ArrayList<@Nullable Object>(rows), arguments.named()));
        }
        if (it.place() instanceof ManyToMany<?> between) {
            ((ManyToMany<Entity>) between)
                    .set((List<Entity>) (List<?>) rows, through(it, arguments));
        } else {
            ((Related<Entity>) it.place()).set((List<Entity>) (List<?>) rows);
        }
        return null;
    }

    private static @Nullable Object cleared(RelatedValue it) {
        if (it.place() instanceof ManyToMany<?> between) {
            between.clear();
        } else {
            ((Related<?>) it.place()).clear();
        }
        return null;
    }

    private static Object created(RelatedValue it, Arguments arguments) {
        Entity made =
                it.place() instanceof ManyToMany<?> between
                        ? between.create(one -> filled(one, arguments))
                        : ((Related<?>) it.place()).create(one -> filled(one, arguments));
        return new EntityValue(made);
    }

    private static void filled(Entity made, Arguments arguments) {
        EntityValue value = new EntityValue(made);
        arguments
                .namedExcept("through_defaults")
                .forEach((name, one) -> EntityMethods.given(value, name, one));
    }
}
