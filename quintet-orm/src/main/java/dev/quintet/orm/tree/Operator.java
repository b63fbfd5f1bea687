package dev.quintet.orm.tree;

/// What combines two values.
public enum Operator {
    /// Sum.
    PLUS("+"),
    /// Difference.
    MINUS("-"),
    /// Product.
    TIMES("*"),
    /// Quotient; of two whole numbers a whole number.
    DIVIDED_BY("/"),
    /// Remainder.
    MODULO("%"),
    /// Power.
    POWER("^"),
    /// Bits that both have.
    BIT_AND("&"),
    /// Bits that one of them has.
    BIT_OR("|"),
    /// Bits that just one of them has.
    BIT_XOR("#"),
    /// Bits moved to the left.
    SHIFT_LEFT("<<"),
    /// Bits moved to the right.
    SHIFT_RIGHT(">>");

    private final String sql;

    Operator(String sql) {
        this.sql = sql;
    }

    /// {@return the sign}
    public String sql() {
        return sql;
    }
}
