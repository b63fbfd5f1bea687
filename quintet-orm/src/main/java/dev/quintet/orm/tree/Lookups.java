package dev.quintet.orm.tree;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.UnknownFieldException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the string form of queries, `artist__name__icontains`, and holds every name against the
/// model: what is not a field, a relation or a lookup is an error, never SQL.
public final class Lookups {

    private Lookups() {}

    /// {@return a condition told by names}
    ///
    /// @param value what to compare with; null asks for rows without a value
    public static Node condition(ModelMapping<?> model, String lookup, @Nullable Object value) {
        List<String> names = new ArrayList<>(List.of(lookup.split("__", -1)));
        Lookup how = Lookup.EXACT;
        String last = names.getLast();
        if (names.size() > 1 && Lookup.words().contains(last) && !isField(model, names)) {
            how = Lookup.valueOf(last.toUpperCase(Locale.ROOT));
            names.removeLast();
        }
        Node field = new Node.Field(checked(model, names, Lookup.words()));
        return switch (how) {
            case ISNULL -> new Node.IsNull(field, Boolean.TRUE.equals(value));
            case IN -> new Node.In(field, collection(lookup, value));
            case RANGE -> {
                List<Object> ends = collection(lookup, value);
                if (ends.size() != 2) {
                    throw wrongValue(lookup, "a list of two values");
                }
                yield new Node.Range(
                        field, new Node.Value(ends.getFirst()), new Node.Value(ends.getLast()));
            }
            case EXACT, IEXACT ->
                    value == null
                            ? new Node.IsNull(field, true)
                            : new Node.Compare(how, field, new Node.Value(value));
            default -> {
                if (value == null) {
                    throw wrongValue(lookup, "a value");
                }
                yield new Node.Compare(how, field, new Node.Value(value));
            }
        };
    }

    /// {@return a sort key told by names; `-` before it means downwards}
    public static Ordering ordering(ModelMapping<?> model, String key) {
        boolean descending = key.startsWith("-");
        String path = descending ? key.substring(1) : key;
        FieldPath checked = checked(model, List.of(path.split("__", -1)), List.of());
        return new Ordering(new Node.Field(checked), descending, null);
    }

    /// {@return the path, every step of which leads to one row}
    public static FieldPath toOnePath(ModelMapping<?> model, FieldPath path) {
        ModelMapping<?> at = model;
        for (String name : path.names()) {
            ModelRelation relation = at.relation(name);
            if (relation == null) {
                throw new UnknownFieldException(at.state().name(), name, at.names());
            }
            if (relation.many()) {
                throw new QueryException(
                        Problem.of(
                                        "orm.E046",
                                        "'"
                                                + name
                                                + "' leads to many rows: it cannot be joined in.")
                                .fixedBy("Use prefetchRelated for it."));
            }
            at = relation.target().get();
        }
        return path;
    }

    private static boolean isField(ModelMapping<?> model, List<String> names) {
        ModelMapping<?> at = model;
        for (int i = 0; i < names.size() - 1; i++) {
            ModelRelation relation = at.relation(names.get(i));
            if (relation == null) {
                return false;
            }
            at = relation.target().get();
        }
        return at.names().contains(names.getLast());
    }

    private static FieldPath checked(
            ModelMapping<?> model, List<String> names, List<String> lookups) {
        ModelMapping<?> at = model;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            ModelRelation relation = at.relation(name);
            boolean last = i == names.size() - 1;
            if (relation != null && !name.startsWith("+")) {
                at = relation.target().get();
            } else if (at.number(name) < 0 && !name.equals("pk")) {
                throw new UnknownFieldException(at.state().name(), name, at.names());
            } else if (!last) {
                String next = names.get(i + 1);
                throw new QueryException(
                        Problem.of("orm.E047", "There is no lookup '" + next + "'.")
                                .because(
                                        "'"
                                                + name
                                                + "' is a plain field; its lookups are: "
                                                + String.join(", ", lookups)
                                                + ".")
                                .fixedBy(Nearest.question(next, lookups)));
            }
        }
        return FieldPath.of(names);
    }

    private static List<Object> collection(String lookup, @Nullable Object value) {
        if (value instanceof Collection<?> all) {
            List<Object> values = new ArrayList<>();
            for (Object one : all) {
                values.add(Objects.requireNonNull(one, "A comparison with null is never true."));
            }
            return values;
        }
        throw wrongValue(lookup, "a list");
    }

    private static QueryException wrongValue(String lookup, String expected) {
        return new QueryException(
                Problem.of("orm.E048", "The lookup '" + lookup + "' takes " + expected + "."));
    }
}
