package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Operator;
import dev.quintet.orm.tree.ValueType;
import org.jspecify.annotations.Nullable;

/// Two values combined: numbers, and times with lengths of time.
final class Arithmetics {

    private Arithmetics() {}

    static Fragment of(Operands operands, Operator operator, Node left, Node right) {
        ValueType leftType = operands.type(left);
        ValueType rightType = operands.type(right);
        Fragment one = side(operands, left, leftType, rightType);
        Fragment other = side(operands, right, rightType, leftType);
        return operands.words().arithmetic(operator, one, other, leftType, rightType);
    }

    /// A bare number beside a column is bound plainly, and the database finds the common type.
    private static Fragment side(
            Operands operands, Node node, @Nullable ValueType own, @Nullable ValueType other) {
        if (node instanceof Node.Param(int number, FieldType type, var _)) {
            boolean number2 = other == null || own == null || own.whole() || other.decimal();
            return number2 && !(own != null && own.text())
                    ? Fragment.value(
                            new ValueUse(
                                    number, type == null ? null : type.sql(), null, null, false))
                    : operands.operand(node);
        }
        return operands.operand(node);
    }
}
