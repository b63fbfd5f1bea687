package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import dev.quintet.orm.tree.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two sides compared, as SQL.
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: there is one NEVER and one of each mapping
final class Comparisons {

    private final Operands operands;
    private final Words words;

    Comparisons(Operands operands) {
        this.operands = operands;
        this.words = operands.words();
    }

    Fragment of(Node leaf) {
        Fragment composite = new CompositeKeys(operands).condition(leaf);
        if (composite != null) {
            return composite;
        }
        return switch (leaf) {
            case Node.Compare(var lookup, var left, var right) -> compare(lookup, left, right);
            case Node.IsNull(var operand, var expected) -> isNull(operand, expected);
            case Node.In(var operand, var values) -> among(operand, values);
            case Node.InQuery(var operand, var query) -> amongRows(operand, query);
            case Node.Range(var operand, var low, var high) -> {
                Fragment middle = operands.operand(operand);
                Fragment from = operands.value(low, operand).wrapped(" BETWEEN ", " AND ");
                yield Fragment.concat(middle, from, operands.value(high, operand));
            }
            default -> operands.operand(leaf);
        };
    }

    private Fragment compare(Lookup lookup, Node left, Node right) {
        ValueType type = operands.type(left);
        boolean json = type != null && type.json();
        if (lookup == Lookup.HAS_KEY
                || lookup == Lookup.HAS_KEYS
                || lookup == Lookup.HAS_ANY_KEYS) {
            return keys(lookup, left, right);
        }
        if (json) {
            return document(lookup, left, right);
        }
        if (right instanceof Node.Scalar(var query)) {
            Fragment inner = operands.subquery(query, false);
            if (inner.never()) {
                return inner;
            }
        }
        Fragment one = operands.operand(left);
        Fragment other = other(lookup, left, right);
        if (lookup == Lookup.CONTAINS && several(type)) {
            return words.special(lookup, one, operands.value(right, left));
        }
        return switch (lookup) {
            case REGEX, IREGEX -> words.regex(one, other, lookup == Lookup.IREGEX);
            case SEARCH -> search(left, right);
            case TRIGRAM_SIMILAR, TRIGRAM_WORD_SIMILAR -> words.special(lookup, one, other);
            default -> {
                if (lookup.ofSeveral()) {
                    yield words.special(lookup, one, other);
                }
                String sql = operands.scope().dialect().compare(lookup, one.sql(), other.sql());
                List<ValueUse> values = new ArrayList<>(one.values());
                values.addAll(other.values());
                yield new Fragment(sql, values);
            }
        };
    }

    private Fragment other(Lookup lookup, Node left, Node right) {
        boolean plain = right instanceof Node.Param(int _, FieldType type, var _) && type == null;
        if (!lookup.searchesText()) {
            return operands.value(right, left);
        }
        if (plain) {
            int number = ((Node.Param) right).number();
            ValueUse use = operands.use(number, left);
            boolean raw = lookup == Lookup.REGEX || lookup == Lookup.IREGEX;
            return Fragment.value(
                    new ValueUse(number, null, use.codec(), raw ? null : lookup, use.secret()));
        }
        Fragment value = operands.operand(right);
        return lookup == Lookup.REGEX || lookup == Lookup.IREGEX
                ? value
                : words.searched(lookup, value);
    }

    private static boolean several(@Nullable ValueType type) {
        return type != null
                && (type.sql() instanceof SqlType.ArrayOf
                        || type.sql() instanceof SqlType.RangeOf
                        || type.sql() instanceof SqlType.Hstore);
    }

    private Fragment search(Node left, Node right) {
        ValueType type = operands.type(left);
        boolean vector = left instanceof Node.Call(var name, var _) && name.startsWith("search_");
        Fragment one = operands.operand(left);
        Fragment document =
                vector || (type != null && !type.text())
                        ? one
                        : one.wrapped("TO_TSVECTOR(COALESCE(", "::text, ''))");
        boolean query = right instanceof Node.Call(var name, var _) && name.startsWith("search_");
        Fragment other = operands.value(right, left);
        return words.special(
                Lookup.SEARCH, document, query ? other : other.wrapped("PLAINTO_TSQUERY(", ")"));
    }

    private Fragment isNull(Node operand, boolean expected) {
        if (operand instanceof Node.JsonPath(var document, var keys, var _)) {
            Fragment has = words.jsonHasKey(operands.operand(document), keys);
            // A key that is not there is asked for as NULL; the document's own NULL counts as none.
            return expected
                    ? Junctions.of(
                            "OR", List.of(has.wrapped("NOT (", ")"), nothing(document)), false)
                    : has;
        }
        return operands.operand(operand).wrapped("", expected ? " IS NULL" : " IS NOT NULL");
    }

    private Fragment nothing(Node document) {
        return operands.operand(document).wrapped("", " IS NULL");
    }

    private Fragment keys(Lookup lookup, Node left, Node right) {
        if (!(right instanceof Node.Value(Object value, var _))) {
            throw new QueryException(
                    Problem.of(
                            "orm.E107",
                            "The lookup '" + lookup.word() + "' takes names, no expression."));
        }
        List<?> names = value instanceof List<?> several ? several : List.of(value);
        List<String> before =
                left instanceof Node.JsonPath(var _, var keys, var _) ? keys : List.of();
        Node document = left instanceof Node.JsonPath(var inside, var _, var _) ? inside : left;
        List<Fragment> all = new ArrayList<>();
        for (Object name : names) {
            List<String> way = new ArrayList<>(before);
            way.add(String.valueOf(name));
            all.add(words.jsonHasKey(operands.operand(document), way));
        }
        return Junctions.of(lookup == Lookup.HAS_KEYS ? "AND" : "OR", all, false);
    }

    private Fragment document(Lookup lookup, Node left, Node right) {
        Node document = left;
        List<String> keys = List.of();
        if (left instanceof Node.JsonPath(var inside, var way, var _)) {
            document = inside;
            keys = way;
        }
        Fragment whole = operands.operand(document);
        boolean text = lookup.searchesText() && !(lookup == Lookup.CONTAINS && !textual(left));
        if (text) {
            Fragment one = keys.isEmpty() ? whole : words.jsonPath(whole, keys, true);
            Fragment other = other(lookup, new Node.As(left, FieldType.text()), right);
            if (lookup == Lookup.REGEX || lookup == Lookup.IREGEX) {
                return words.regex(one, other, lookup == Lookup.IREGEX);
            }
            List<ValueUse> values = new ArrayList<>(one.values());
            values.addAll(other.values());
            return new Fragment(
                    operands.scope().dialect().compare(lookup, one.sql(), other.sql()), values);
        }
        boolean plain = right instanceof Node.Param(int _, FieldType type, var _) && type == null;
        if (!plain && !isJson(right)) {
            Fragment one = keys.isEmpty() ? whole : words.jsonPath(whole, keys, false);
            Fragment other = operands.operand(right);
            return Fragment.fill("{0}" + Spelling.comparison(lookup) + "{1}", one, other);
        }
        Fragment other =
                plain
                        ? Fragment.value(ValueUse.json(((Node.Param) right).number()))
                        : operands.operand(right);
        return words.jsonCompare(lookup, whole, keys, other);
    }

    /// What a document is compared with is a value in it, so `contains` of text is about documents.
    private static boolean textual(Node left) {
        return left instanceof Node.JsonPath(var _, var _, var text) && text;
    }

    private boolean isJson(Node node) {
        ValueType type = operands.type(node);
        return type != null && type.json();
    }

    private Fragment among(Node operand, List<? extends Object> values) {
        if (values.isEmpty()) {
            return Fragment.NEVER;
        }
        if (values.getFirst() instanceof Node.Param(int number, var marked, var _)
                && marked == Parametrized.ARRAY) {
            Fragment array = Fragment.value(operands.use(number, operand).several());
            return Fragment.concat(operands.operand(operand), array.wrapped(" = ANY(", ")"));
        }
        ValueType type = operands.type(operand);
        if (type != null && type.json()) {
            List<Fragment> each = new ArrayList<>();
            for (Object value : values) {
                each.add(document(Lookup.EXACT, operand, (Node) value));
            }
            return Junctions.of("OR", each, false);
        }
        List<Fragment> each = new ArrayList<>(values.size());
        for (Object value : values) {
            each.add(operands.value((Node) value, operand));
        }
        return Fragment.concat(
                operands.operand(operand), Fragment.join(", ", each).wrapped(" IN (", ")"));
    }

    private Fragment amongRows(Node operand, Select query) {
        if (query.columns() == null) {
            query.model().key(); // of one column, like the operand
        }
        Fragment rows = operands.subquery(query, false);
        if (rows.never()) {
            return rows;
        }
        // MariaDB refuses LIMIT directly behind IN.
        Fragment inside = query.sliced() ? rows.wrapped("SELECT * FROM (", ") sliced") : rows;
        return Fragment.concat(operands.operand(operand), inside.wrapped(" IN (", ")"));
    }
}
