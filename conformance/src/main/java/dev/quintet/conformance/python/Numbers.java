package dev.quintet.conformance.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Python's arithmetic: whole numbers without end, floats, decimals of 28 digits.
final class Numbers {

    /// The precision of Python's decimal context.
    private static final MathContext DECIMAL = new MathContext(28, RoundingMode.HALF_EVEN);

    private Numbers() {}

    static boolean is(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    static Object binary(String operator, Object left, Object right) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            if (left instanceof Double || right instanceof Double) {
                throw PythonError.type(
                        "unsupported operand type(s) for "
                                + operator
                                + ": '"
                                + Values.typeName(left)
                                + "' and '"
                                + Values.typeName(right)
                                + "'");
            }
            return decimals(operator, decimal(left), decimal(right));
        }
        if (left instanceof Double || right instanceof Double) {
            return floats(operator, number(left), number(right));
        }
        return integers(operator, whole(left), whole(right));
    }

    private static Object integers(String operator, BigInteger left, BigInteger right) {
        return switch (operator) {
            case "+" -> plain(left.add(right));
            case "-" -> plain(left.subtract(right));
            case "*" -> plain(left.multiply(right));
            case "/" -> {
                refuseZero(right.signum() == 0, "division by zero");
                yield left.doubleValue() / right.doubleValue();
            }
            case "//" -> {
                refuseZero(right.signum() == 0, "integer division or modulo by zero");
                yield plain(floor(left, right));
            }
            case "%" -> {
                refuseZero(right.signum() == 0, "integer modulo by zero");
                yield plain(left.subtract(floor(left, right).multiply(right)));
            }
            case "**" ->
                    right.signum() < 0
                            ? (Object) Math.pow(left.doubleValue(), right.doubleValue())
                            : plain(left.pow(right.intValueExact()));
            case "&" -> plain(left.and(right));
            case "|" -> plain(left.or(right));
            case "^" -> plain(left.xor(right));
            case "<<" -> plain(left.shiftLeft(right.intValueExact()));
            case ">>" -> plain(left.shiftRight(right.intValueExact()));
            default -> throw new UnsupportedOperationException(operator);
        };
    }

    private static BigInteger floor(BigInteger left, BigInteger right) {
        BigInteger[] both = left.divideAndRemainder(right);
        boolean down = both[1].signum() != 0 && both[1].signum() != right.signum();
        return down ? both[0].subtract(BigInteger.ONE) : both[0];
    }

    private static double floats(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> {
                refuseZero(right == 0, "float division by zero");
                yield left / right;
            }
            case "//" -> Math.floor(left / right);
            case "%" -> left - Math.floor(left / right) * right;
            case "**" -> Math.pow(left, right);
            default ->
                    throw PythonError.type(
                            "unsupported operand type(s) for "
                                    + operator
                                    + ": 'float' and 'float'");
        };
    }

    private static BigDecimal decimals(String operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case "+" -> left.add(right, DECIMAL);
            case "-" -> left.subtract(right, DECIMAL);
            case "*" -> left.multiply(right, DECIMAL);
            case "/" -> {
                if (right.signum() == 0) {
                    throw new PythonError("DivisionByZero", "[<class 'decimal.DivisionByZero'>]");
                }
                yield left.divide(right, DECIMAL);
            }
            case "//" -> left.divideToIntegralValue(right);
            case "%" -> left.remainder(right);
            case "**" -> left.pow(right.intValueExact(), DECIMAL);
            default ->
                    throw PythonError.type(
                            "unsupported operand type(s) for "
                                    + operator
                                    + ": 'Decimal' and 'Decimal'");
        };
    }

    private static void refuseZero(boolean zero, String message) {
        if (zero) {
            throw new PythonError("ZeroDivisionError", message);
        }
    }

    static int compare(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            return Double.compare(number(left), number(right));
        }
        return decimal(left).compareTo(decimal(right));
    }

    static Object negate(Object value) {
        return switch (value) {
            case Double number -> -number;
            case BigDecimal number -> number.negate();
            default -> plain(whole(value).negate());
        };
    }

    static Object absolute(Object value) {
        return compare(value, 0L) < 0 ? negate(value) : value;
    }

    /// {@return a whole number as Java holds it: a long where it fits}
    static Number plain(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            return number.longValue();
        }
        return number;
    }

    static BigInteger whole(Object value) {
        return switch (value) {
            case BigInteger number -> number;
            case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
            default -> BigInteger.valueOf(Values.integer(value));
        };
    }

    static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Values.integer(value);
    }

    static BigDecimal decimal(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Double number -> new BigDecimal(number);
            default -> new BigDecimal(whole(value));
        };
    }
}
