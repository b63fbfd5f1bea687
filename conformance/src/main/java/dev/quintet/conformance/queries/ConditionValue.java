package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Condition;
import dev.quintet.orm.F;
import dev.quintet.orm.Q;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition: `Q(a=1) | ~Q(b=2)`.
///
/// @param condition ours
/// @param empty whether it is `Q()`, which changes nothing that it is combined with
record ConditionValue(Condition<Object> condition, boolean empty) implements PythonObject {

    /// The class `Q`, with the names of its connectors.
    static final PythonObject TYPE =
            new PythonObject() {
                @Override
                public Object call(Arguments arguments) {
                    return ErrorNames.translating(() -> made(arguments));
                }

                @Override
                public @Nullable Object attribute(String name) {
                    return switch (name) {
                        case "AND", "OR", "XOR" -> name;
                        case "__name__" -> "Q";
                        default -> MISSING;
                    };
                }

                @Override
                public String typeName() {
                    return "type";
                }
            };

    static ConditionValue of(Condition<Object> condition) {
        return new ConditionValue(condition, false);
    }

    /// {@return `Q(...)`}
    static ConditionValue made(Arguments arguments) {
        List<Condition<Object>> parts = new ArrayList<>();
        for (Object one : arguments.positional()) {
            parts.add(from(one).condition());
        }
        arguments
                .namedExcept("_connector", "_negated")
                .forEach((lookup, value) ->
                        parts.add(lookup(Site.current().names().path(null, lookup), value)));
        Condition<Object> all = joined(Values.text(arguments.named("_connector", "AND")), parts);
        return new ConditionValue(arguments.flag("_negated") ? all.not() : all, parts.isEmpty());
    }

    private static Condition<Object> joined(String connector, List<Condition<Object>> parts) {
        return switch (connector) {
            case "OR" -> Q.any(parts);
            case "XOR" -> parts.stream().reduce(Condition::xor).orElse(Q.all(List.of()));
            default -> parts.size() == 1 ? parts.getFirst() : Q.all(parts);
        };
    }

    /// {@return one lookup}
    ///
    /// @param path by our names
    static Condition<Object> lookup(String path, @Nullable Object value) {
        return ErrorNames.translating(() -> Q.of(path, Conversion.toOurs(value)));
    }

    /// {@return SQL of one's own as a condition}
    static Condition<Object> sql(String sql, List<@Nullable Object> parameters) {
        return Q.of(ExpressionNames.sql(sql, parameters).expression());
    }

    /// {@return a value as a condition}
    static ConditionValue from(@Nullable Object value) {
        return switch (value) {
            case ConditionValue condition -> condition;
            case ExpressionValue expression -> of(Q.of(expression.expression()));
            case dev.quintet.conformance.python.Tuple pair when pair.size() == 2 ->
                    of(
                            lookup(
                                    Site.current().names().path(null, Values.text(pair.get(0))),
                                    pair.get(1)));
            case null, default ->
                    throw new PythonError(
                            "TypeError", "Cannot filter against a non-conditional expression.");
        };
    }

    F asExpression() {
        return F.condition(condition);
    }

    @Override
    public @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
        if (operator.equals("==")) {
            return PythonObject.same(this, other);
        }
        if (!(other instanceof ConditionValue) && !(other instanceof ExpressionValue)) {
            return MISSING;
        }
        ConditionValue left = reflected ? from(other) : this;
        ConditionValue right = reflected ? this : from(other);
        if (left.empty || right.empty) {
            return left.empty ? right : left;
        }
        return switch (operator) {
            case "&" -> of(left.condition.and(right.condition));
            case "|" -> of(left.condition.or(right.condition));
            case "^" -> of(left.condition.xor(right.condition));
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object unary(String operator) {
        return operator.equals("~") ? new ConditionValue(condition.not(), empty) : MISSING;
    }

    @Override
    public boolean truth() {
        return !empty;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return name.equals("add")
                ? (dev.quintet.conformance.python.Function)
                        arguments ->
                                binary(
                                        "OR".equals(arguments.get(1)) ? "|" : "&",
                                        arguments.get(0),
                                        false)
                : MISSING;
    }

    @Override
    public String typeName() {
        return "Q";
    }
}
