package dev.quintet.orm.tree;

import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import org.jspecify.annotations.Nullable;

/// What the values of an expression are.
///
/// @param type in Django's words, with the kind of column
/// @param codec of the field that they come from, or `null`
public record ValueType(FieldType type, @Nullable Codec<?> codec) {

    static final ValueType TEXT = of(FieldType.text());
    static final ValueType INT = of(FieldType.int32());
    static final ValueType BIG = of(FieldType.int64());
    static final ValueType FLOAT = of(FieldType.float64());
    static final ValueType BOOL = of(FieldType.bool());
    static final ValueType JSON = of(FieldType.json());
    static final ValueType DATE = of(FieldType.date());
    static final ValueType TIME = of(FieldType.time());
    static final ValueType INSTANT = of(FieldType.dateTime());
    static final ValueType DURATION = of(FieldType.duration());
    static final ValueType UUID = of(FieldType.uuid());
    static final ValueType DECIMAL = of(FieldType.of("DecimalField", new SqlType.Decimal(0, -1)));

    /// The decimals of numbers whose scale is what comes out.
    public static final int UNSCALED = -1;

    /// {@return values of a type that no field holds}
    public static ValueType of(FieldType type) {
        return new ValueType(type, null);
    }

    /// {@return the kind of column}
    public SqlType sql() {
        return type.sql();
    }

    /// {@return whether they are JSON documents}
    public boolean json() {
        return sql() instanceof SqlType.Json;
    }

    /// {@return whether they are whole numbers}
    public boolean whole() {
        return sql() instanceof SqlType.SmallInt
                || sql() instanceof SqlType.Int
                || sql() instanceof SqlType.BigInt;
    }

    /// {@return whether they are exact numbers with decimals}
    public boolean decimal() {
        return sql() instanceof SqlType.Decimal;
    }

    /// {@return whether they are text}
    public boolean text() {
        return sql() instanceof SqlType.VarChar || sql() instanceof SqlType.Text;
    }

    /// {@return whether they are lengths of time}
    public boolean duration() {
        return sql() instanceof SqlType.Interval;
    }

    /// {@return whether they are days, times of day or points in time}
    public boolean temporal() {
        return sql() instanceof SqlType.Date
                || sql() instanceof SqlType.Time
                || sql() instanceof SqlType.Timestamp
                || sql() instanceof SqlType.LocalTimestamp;
    }
}
