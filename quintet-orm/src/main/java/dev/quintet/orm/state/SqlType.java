package dev.quintet.orm.state;

/// The kind of value that a column holds, before a dialect gives it a name.
///
/// Values travel to and from JDBC as one Java type a kind, named with each; what a model's field is
/// declared as is the business of its {@link dev.quintet.orm.sql.Codec}.
public sealed interface SqlType {

    /// Text of at most `length` characters; `String`.
    record VarChar(int length) implements SqlType {}

    /// Text of any length; `String`.
    record Text() implements SqlType {}

    /// A whole number of 2 bytes; `Integer`.
    record SmallInt() implements SqlType {}

    /// A whole number of 4 bytes; `Integer`.
    record Int() implements SqlType {}

    /// A whole number of 8 bytes; `Long`.
    record BigInt() implements SqlType {}

    /// An exact number with `digits` in all and `decimals` of them behind the point; `BigDecimal`.
    record Decimal(int digits, int decimals) implements SqlType {}

    /// A floating-point number of 8 bytes; `Double`.
    record DoublePrecision() implements SqlType {}

    /// True or false; `Boolean`.
    record Bool() implements SqlType {}

    /// A day; `LocalDate`.
    record Date() implements SqlType {}

    /// A time of day; `LocalTime`.
    record Time() implements SqlType {}

    /// A point in time, kept in UTC to the microsecond; `Instant`.
    record Timestamp() implements SqlType {}

    /// A day and a time of it, in no zone, as databases made elsewhere hold it; `LocalDateTime`.
    record LocalTimestamp() implements SqlType {}

    /// A length of time, to the microsecond; `Duration`.
    record Interval() implements SqlType {}

    /// A UUID; `UUID`.
    record Uuid() implements SqlType {}

    /// Bytes; `byte[]`.
    record Binary() implements SqlType {}

    /// A JSON document; its text as `String`.
    record Json() implements SqlType {}

    /// An address of the internet protocol; its text as `String`.
    record Inet() implements SqlType {}

    /// Values of one kind in a row; `List`, nulls allowed. PostgreSQL.
    record ArrayOf(SqlType element) implements SqlType {}

    /// All values between two; its text as `String`. PostgreSQL.
    record RangeOf(SqlType bound) implements SqlType {}

    /// Texts under names; `Map`. PostgreSQL.
    record Hstore() implements SqlType {}

    /// The type of the key that a relation points to; known once the target is.
    record TargetKey() implements SqlType {}
}
