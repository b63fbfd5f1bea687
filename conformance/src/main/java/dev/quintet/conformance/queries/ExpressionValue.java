package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Slice;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.F;
import org.jspecify.annotations.Nullable;

/// An expression: `F("a") + 1`, `Count("b")`, `Lower("c")`.
///
/// @param expression ours
/// @param name what an aggregate is called where nobody says, or `null`
record ExpressionValue(F expression, @Nullable String name) implements PythonObject {

    static ExpressionValue of(F expression) {
        return new ExpressionValue(expression, null);
    }

    /// {@return a value as an expression: a condition as one, all else as a literal}
    static ExpressionValue from(@Nullable Object value) {
        return switch (value) {
            case ExpressionValue expression -> expression;
            case ConditionValue condition -> of(condition.asExpression());
            case SortValue sort -> sort.of();
            case RowsValue rows -> of(F.subquery(rows.rows()));
            case null, default -> of(F.value(Conversion.toOurs(value)));
        };
    }

    /// {@return a value as an expression, where text names a field}
    static F named(@Nullable Object value) {
        return value instanceof String path
                ? F.of(Site.current().names().path(null, path))
                : from(value).expression();
    }

    /// {@return what this is called where nobody says}
    String defaultName() {
        if (name == null) {
            throw new PythonError("TypeError", "Complex annotations require an alias");
        }
        return name;
    }

    @Override
    public @Nullable Object attribute(String wanted) {
        Function method =
                switch (wanted) {
                    case "asc", "desc" -> arguments -> sorted(wanted.equals("desc"), arguments);
                    case "bitand" -> arguments -> of(expression.bitAnd(operand(arguments.get(0))));
                    case "bitor" -> arguments -> of(expression.bitOr(operand(arguments.get(0))));
                    case "bitxor" -> arguments -> of(expression.bitXor(operand(arguments.get(0))));
                    case "bitleftshift" ->
                            arguments -> of(expression.shiftLeft(operand(arguments.get(0))));
                    case "bitrightshift" ->
                            arguments -> of(expression.shiftRight(operand(arguments.get(0))));
                    default -> null;
                };
        return wanted.equals("default_alias") ? defaultName() : method == null ? MISSING : method;
    }

    /// Part of a text, counted from 0, as `F("title")[2:5]`.
    @Override
    public Object item(@Nullable Object key) {
        long from = key instanceof Slice slice ? bound(slice.start(), 0) : Values.integer(key);
        if (from < 0) {
            throw new PythonError("ValueError", "Negative indexing is not supported.");
        }
        if (key instanceof Slice slice && slice.stop() == null) {
            return of(F.call("substr", expression, from + 1));
        }
        long length = key instanceof Slice slice ? bound(slice.stop(), 0) - from : 1;
        return of(F.call("substr", expression, from + 1, length));
    }

    private static long bound(@Nullable Object value, long otherwise) {
        return value == null ? otherwise : Values.integer(value);
    }

    private SortValue sorted(boolean descending, Arguments arguments) {
        var sort = descending ? expression.desc() : expression.asc();
        if (arguments.flag("nulls_first")) {
            sort = sort.nullsFirst();
        }
        if (arguments.flag("nulls_last")) {
            sort = sort.nullsLast();
        }
        return new SortValue(sort, this);
    }

    private static @Nullable Object operand(@Nullable Object value) {
        return from(value).expression();
    }

    @Override
    public @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
        if (operator.equals("==")) {
            return PythonObject.same(this, other);
        }
        if (operator.equals("&") || operator.equals("|") || operator.equals("^")) {
            return ConditionValue.from(this).binary(operator, other, reflected);
        }
        F left = reflected ? from(other).expression() : expression;
        F right = reflected ? expression : from(other).expression();
        return switch (operator) {
            case "+" -> of(left.plus(right));
            case "-" -> of(left.minus(right));
            case "*" -> of(left.times(right));
            case "/" -> of(left.dividedBy(right));
            case "%" -> of(left.modulo(right));
            case "**" -> of(left.power(right));
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object unary(String operator) {
        return switch (operator) {
            case "-" -> of(expression.negated());
            case "~" -> of(expression.not());
            default -> MISSING;
        };
    }

    @Override
    public String typeName() {
        return "Expression";
    }
}
