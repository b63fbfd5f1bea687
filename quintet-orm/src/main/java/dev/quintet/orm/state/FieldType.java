package dev.quintet.orm.state;

import java.util.Objects;

/// What a field is, in Django's words, and the kind of column that it needs.
///
/// @param name Django's name of the field class, such as `CharField`: migrations, forms and the
///   admin choose by it
/// @param sql the kind of column
/// @param auto whether the database numbers the rows by it
public record FieldType(String name, SqlType sql, boolean auto) {

    /// Refuses nulls.
    public FieldType {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sql, "sql");
    }

    /// {@return a type that the database does not number by}
    public static FieldType of(String name, SqlType sql) {
        return new FieldType(name, sql, false);
    }

    /// {@return the key that the database gives: `BigAutoField`}
    public static FieldType bigAuto() {
        return new FieldType("BigAutoField", new SqlType.BigInt(), true);
    }

    /// {@return a key of 4 bytes that the database gives: `AutoField`}
    public static FieldType auto32() {
        return new FieldType("AutoField", new SqlType.Int(), true);
    }

    /// {@return text of at most `maxLength` characters: `CharField`}
    public static FieldType text(int maxLength) {
        return of("CharField", new SqlType.VarChar(maxLength));
    }

    /// {@return text of any length: `TextField`}
    public static FieldType text() {
        return of("TextField", new SqlType.Text());
    }

    /// {@return letters, digits, hyphens and underscores: `SlugField`}
    public static FieldType slug(int maxLength) {
        return of("SlugField", new SqlType.VarChar(maxLength));
    }

    /// {@return a whole number of 2 bytes: `SmallIntegerField`}
    public static FieldType int16() {
        return of("SmallIntegerField", new SqlType.SmallInt());
    }

    /// {@return a whole number of 4 bytes: `IntegerField`}
    public static FieldType int32() {
        return of("IntegerField", new SqlType.Int());
    }

    /// {@return a whole number of 8 bytes: `BigIntegerField`}
    public static FieldType int64() {
        return of("BigIntegerField", new SqlType.BigInt());
    }

    /// {@return an exact number: `DecimalField`}
    public static FieldType decimal(int digits, int decimals) {
        return of("DecimalField", new SqlType.Decimal(digits, decimals));
    }

    /// {@return a floating-point number: `FloatField`}
    public static FieldType float64() {
        return of("FloatField", new SqlType.DoublePrecision());
    }

    /// {@return true or false: `BooleanField`}
    public static FieldType bool() {
        return of("BooleanField", new SqlType.Bool());
    }

    /// {@return a day: `DateField`}
    public static FieldType date() {
        return of("DateField", new SqlType.Date());
    }

    /// {@return a time of day: `TimeField`}
    public static FieldType time() {
        return of("TimeField", new SqlType.Time());
    }

    /// {@return a point in time: `DateTimeField`}
    public static FieldType dateTime() {
        return of("DateTimeField", new SqlType.Timestamp());
    }

    /// {@return a day and time in no zone, as tables made elsewhere hold it}
    public static FieldType localDateTime() {
        return of("DateTimeField", new SqlType.LocalTimestamp());
    }

    /// {@return a length of time: `DurationField`}
    public static FieldType duration() {
        return of("DurationField", new SqlType.Interval());
    }

    /// {@return a UUID: `UUIDField`}
    public static FieldType uuid() {
        return of("UUIDField", new SqlType.Uuid());
    }

    /// {@return bytes: `BinaryField`}
    public static FieldType binary() {
        return of("BinaryField", new SqlType.Binary());
    }

    /// {@return a JSON document: `JSONField`}
    public static FieldType json() {
        return of("JSONField", new SqlType.Json());
    }

    /// {@return a key of another row: `ForeignKey`}
    public static FieldType foreignKey() {
        return of("ForeignKey", new SqlType.TargetKey());
    }

    /// {@return a key of another row that no second row may have: `OneToOneField`}
    public static FieldType oneToOne() {
        return of("OneToOneField", new SqlType.TargetKey());
    }

    /// {@return rows of another table through a third: `ManyToManyField`, which has no column}
    public static FieldType manyToMany() {
        return of("ManyToManyField", new SqlType.TargetKey());
    }
}
