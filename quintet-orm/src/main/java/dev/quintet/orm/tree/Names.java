package dev.quintet.orm.tree;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.OwnTransforms;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.UnknownFieldException;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the string form of queries, `artist__name__icontains`, and holds every name against the
/// model and the query's own names: what is none of them is an error, never SQL.
public final class Names {

    /// The function that stands for a value of a document as text.
    public static final String KEY_TEXT = "+key_text";

    private static final String ID = "_id";

    private Names() {}

    /// What the first names of a path mean, and the names behind it.
    private record Way(
            Node base,
            List<String> rest,
            @Nullable ValueType type,
            ModelMapping<?> model,
            boolean relation) {}

    /// {@return a path of names, split where two underscores stand}
    public static FieldPath path(String names) {
        return FieldPath.of(List.of(names.split("__", -1)));
    }

    /// {@return a part of a query, all names in it found}
    ///
    /// @throws UnknownFieldException when one is not there
    /// @throws QueryException when a lookup is unknown or cannot take its value
    public static Node resolve(Select query, Node node) {
        return known(node) ? node : resolved(query, node);
    }

    /// Typed queries have nothing to be found; they must not pay for it.
    private static boolean known(Node node) {
        return switch (node) {
            case Node.Field _, Node.Value _ -> true;
            case Node.Compare(var _, var left, var right) -> known(left) && known(right);
            case Node.IsNull(var operand, var _) -> known(operand);
            case Node.Not(var part) -> known(part);
            case Node.And(var parts) -> known(parts);
            case Node.Or(var parts) -> known(parts);
            default -> false;
        };
    }

    private static boolean known(List<Node> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (!known(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Node resolved(Select query, Node node) {
        return switch (node) {
            case Node.Named(var path) -> named(query, path);
            case Node.NamedLookup(var path, var value) ->
                    lookup(query, path, compared(query, value));
            case Node.Field _, Node.Value _, Node.Ref _, Node.Outer _ -> node;
            case Node.Call(var function, var args) when function.equals(KEY_TEXT) ->
                    keyText(resolve(query, args.getFirst()));
            default -> node.map(part -> resolve(query, part));
        };
    }

    /// What a lookup compares with; a list may hold expressions beside plain values.
    private static Node compared(Select query, Node value) {
        if (value instanceof Node.Value(var plain, var _)
                && plain instanceof List<?> several
                && several.stream().anyMatch(Node.class::isInstance)) {
            List<@Nullable Object> found = new ArrayList<>(several.size());
            for (Object one : several) {
                found.add(one instanceof Node node ? resolve(query, node) : one);
            }
            return new Node.Value(found);
        }
        return resolve(query, value);
    }

    private static Node keyText(Node node) {
        if (node instanceof Node.JsonPath(var document, var keys, var _)) {
            return new Node.JsonPath(document, keys, true);
        }
        throw new QueryException(
                Problem.of("orm.E129", "keyText() takes a way into a document.")
                        .fixedBy("Name a field of documents and keys behind it: metadata__owner."));
    }

    /// {@return what a path of names and transforms means}
    public static Node named(Select query, FieldPath path) {
        Way way = way(query, path);
        return transformed(way, way.rest(), way.rest());
    }

    /// {@return a sort key told by names, or several where it leads to a model with an order of its
    /// own; `-` before it means downwards, `?` alone no order at all}
    public static List<Ordering> ordering(Select query, String key) {
        if (key.equals("?")) {
            return List.of(new Ordering(new Node.Call("random", List.of()), false, null));
        }
        boolean descending = key.startsWith("-");
        String plain = descending || key.startsWith("+") ? key.substring(1) : key;
        Node column = query.column(plain);
        if (column != null) {
            return List.of(new Ordering(column, descending, null));
        }
        List<Ordering> found = ordering(query, path(plain), descending, new LinkedHashSet<>());
        return found.size() == 1 && found.getFirst().by().equals(named(query, path(plain)))
                ? found
                : found.stream()
                        .map(o -> new Ordering(o.by(), o.descending(), o.nullsFirst(), key))
                        .toList();
    }

    private static List<Ordering> ordering(
            Select query, FieldPath path, boolean descending, Set<FieldPath> seen) {
        Way way = way(query, path);
        String last = path.names().getLast();
        boolean byKey = last.equals("pk") || last.endsWith(ID);
        if (way.relation()
                && way.rest().isEmpty()
                && !byKey
                && way.base() instanceof Node.Field(var to)) {
            ModelMapping<?> target = target(query.model(), to);
            List<String> own = target.state().ordering();
            if (!own.isEmpty()) {
                if (!seen.add(to)) {
                    throw new QueryException(
                            Problem.of("orm.E100", "The order by '" + path + "' never ends.")
                                    .because("Models' own orders lead to each other: " + seen + ".")
                                    .fixedBy("Name a plain field, such as " + path + "__pk."));
                }
                List<Ordering> all = new ArrayList<>();
                for (String key : own) {
                    boolean down = key.startsWith("-");
                    FieldPath longer = to;
                    for (String name : path(down ? key.substring(1) : key).names()) {
                        longer = longer.then(name);
                    }
                    all.addAll(ordering(query, longer, down != descending, seen));
                }
                return all;
            }
        }
        if (way.rest().isEmpty() && way.base() instanceof Node.Field(var to)) {
            return keys(query.model(), to).stream()
                    .map(key -> new Ordering(new Node.Field(key), descending, null))
                    .toList();
        }
        return List.of(new Ordering(transformed(way, way.rest(), way.rest()), descending, null));
    }

    /// {@return the path itself, or those of the parts of the composite key at its end}
    private static List<FieldPath> keys(ModelMapping<?> root, FieldPath path) {
        ModelMapping<?> at = root;
        List<FieldState> parts = path.names().isEmpty() ? at.keyFields() : List.of();
        for (int i = 0; i < path.names().size(); i++) {
            ModelRelation relation = at.relation(path.names().get(i));
            if (relation == null) {
                return List.of(path);
            }
            boolean last = i == path.names().size() - 1;
            at = relation.target().get();
            if (last && (relation.parted() || relation.many())) {
                parts = at.keyFields();
            }
        }
        return parts.size() < 2
                ? List.of(path)
                : parts.stream().map(part -> path.then(part.name())).toList();
    }

    private static ModelMapping<?> target(ModelMapping<?> root, FieldPath path) {
        ModelMapping<?> at = root;
        for (String name : path.names()) {
            ModelRelation relation = at.relation(name);
            at = relation == null ? at : relation.target().get();
        }
        return at;
    }

    /// {@return a condition told by names}
    ///
    /// @param value what to compare with; a null value asks for rows without one
    public static Node lookup(Select query, FieldPath path, Node value) {
        Way way = way(query, path);
        List<String> rest = way.rest();
        String last = rest.isEmpty() ? "exact" : rest.getLast();
        boolean json = way.type() != null && way.type().json() && !way.relation();
        Lookup how = Transforms.bound(last, way.type()) ? null : Lookup.named(last);
        List<String> transforms =
                how == null || rest.isEmpty() ? rest : rest.subList(0, rest.size() - 1);
        if (how == null) {
            if (!rest.isEmpty() && OwnTransforms.lookups().contains(last)) {
                Node before = transformed(way, rest.subList(0, rest.size() - 1), rest);
                return resolve(
                        query, Objects.requireNonNull(OwnTransforms.compared(last, before, value)));
            }
            how = Lookup.EXACT;
        }
        Node operand = transformed(way, transforms, rest);
        return Comparing.of(path.toString(), operand, how, value, json);
    }

    private static Way way(Select query, FieldPath path) {
        List<String> names = path.names();
        for (int length = names.size(); length > 0; length--) {
            String name = String.join("__", names.subList(0, length));
            Node known = query.annotation(name);
            if (known != null) {
                return new Way(
                        new Node.Ref(name),
                        names.subList(length, names.size()),
                        Types.of(query, known),
                        query.model(),
                        known instanceof Node.Field(var to) && leads(query.model(), to));
            }
        }
        return wayOfModel(query, path);
    }

    private static boolean leads(ModelMapping<?> root, FieldPath path) {
        ModelMapping<?> at = root;
        ModelRelation relation = null;
        for (String name : path.names()) {
            relation = at.relation(name);
            if (relation == null) {
                return false;
            }
            at = relation.target().get();
        }
        return relation != null;
    }

    private static Way wayOfModel(Select query, FieldPath asked) {
        List<String> names = new ArrayList<>(asked.names());
        names.set(0, query.relatedStep(names.getFirst()));
        ModelMapping<?> at = query.model();
        List<String> found = new ArrayList<>(names.size());
        boolean relation = false;
        int i = 0;
        for (; i < names.size(); i++) {
            String name = names.get(i);
            ModelRelation next = at.relation(name);
            if (next != null && (!name.startsWith("+") || (i == 0 && name.indexOf(':') > 0))) {
                found.add(name);
                at = next.target().get();
                relation = true;
                continue;
            }
            if (name.equals("pk") && at.hasCompositeKey()) {
                List<String> rest = names.subList(i + 1, names.size());
                return new Way(new Node.Field(FieldPath.of(found)), rest, null, at, true);
            }
            String field = fieldName(at, name);
            if (field != null) {
                found.add(field);
                boolean key = at.relation(field) != null;
                i++;
                FieldPath to = FieldPath.of(found);
                return new Way(
                        new Node.Field(to),
                        names.subList(i, names.size()),
                        Types.ofField(query.model(), to),
                        at,
                        key);
            }
            if (i == 0 || !mayStandBehind(name)) {
                throw new UnknownFieldException(
                        at.state().name(), name, choices(query, at, i == 0));
            }
            break;
        }
        FieldPath to = FieldPath.of(found);
        return new Way(
                new Node.Field(to),
                names.subList(i, names.size()),
                Types.ofField(query.model(), to),
                at,
                relation);
    }

    private static boolean mayStandBehind(String name) {
        return Lookup.named(name) != null
                || Transforms.known(name)
                || OwnTransforms.lookups().contains(name);
    }

    private static @Nullable String fieldName(ModelMapping<?> model, String name) {
        if (name.equals("pk")) {
            return model.key().name();
        }
        if (model.number(name) >= 0) {
            return name;
        }
        if (name.endsWith(ID)) {
            String relation = name.substring(0, name.length() - ID.length());
            ModelRelation key = model.relation(relation);
            if (key != null && key.kind() == ModelRelation.Kind.TO_ONE) {
                return relation;
            }
        }
        return null;
    }

    private static List<String> choices(Select query, ModelMapping<?> model, boolean root) {
        Set<String> all = new LinkedHashSet<>(model.names());
        all.removeIf(name -> name.startsWith("+"));
        if (root) {
            all.addAll(query.annotationNames());
        }
        return List.copyOf(all);
    }

    private static Node transformed(Way way, List<String> transforms, List<String> asked) {
        Node node = way.base();
        ValueType type = way.type();
        if (transforms.isEmpty()) {
            return node;
        }
        if (type != null && type.json()) {
            return new Node.JsonPath(node, transforms, false);
        }
        for (int i = 0; i < transforms.size(); i++) {
            String name = transforms.get(i);
            Node next = way.relation() ? null : Transforms.of(name, node, type);
            if (next == null) {
                throw unsupported(way, name, asked);
            }
            node = next;
            type = Transforms.type(name, type);
            if (type != null && type.json() && i + 1 < transforms.size()) {
                return new Node.JsonPath(node, transforms.subList(i + 1, transforms.size()), false);
            }
        }
        return node;
    }

    private static QueryException unsupported(Way way, String name, List<String> asked) {
        ValueType type = way.type();
        String of = type == null ? "this expression" : type.type().name();
        List<String> known = new ArrayList<>(Lookup.words());
        known.addAll(OwnTransforms.lookups());
        known.addAll(Transforms.names());
        return new QueryException(
                Problem.of(
                                "orm.E047",
                                "There is no lookup '"
                                        + name
                                        + "' for "
                                        + of
                                        + " in '"
                                        + String.join("__", asked)
                                        + "'.")
                        .because(
                                "A field's name may be followed by lookups: "
                                        + String.join(", ", known)
                                        + ".")
                        .fixedBy(Nearest.question(name, known)));
    }
}
