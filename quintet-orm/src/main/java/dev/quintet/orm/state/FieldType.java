package dev.quintet.orm.state;

import java.util.Objects;

/// What a field is, in Django's words, and the kind of column that it needs.
///
/// @param name Django's name of the field class, such as `CharField`: migrations, forms and the
///   admin choose by it
/// @param sql the kind of column
/// @param auto whether the database numbers the rows by it
/// @param variety what tells it from others of its name: `unicode` for slugs of all scripts, `ipv4`
///   or `ipv6` for addresses of one kind; else empty
public record FieldType(String name, SqlType sql, boolean auto, String variety) {

    /// A type of no particular variety.
    public FieldType(String name, SqlType sql, boolean auto) {
        this(name, sql, auto, "");
    }

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

    /// {@return a key of 2 bytes that the database gives: `SmallAutoField`}
    public static FieldType auto16() {
        return new FieldType("SmallAutoField", new SqlType.SmallInt(), true);
    }

    /// {@return this type in a variety}
    public FieldType as(String variety) {
        return new FieldType(name, sql, auto, variety);
    }

    /// {@return whether letters of all scripts are fine}
    public boolean unicode() {
        return variety.equals("unicode");
    }

    /// {@return whether its numbers are never below zero, which the database checks}
    public boolean positive() {
        return name.startsWith("Positive");
    }

    /// {@return the same kind of whole number, never below zero: `PositiveIntegerField`}
    public FieldType orMore() {
        return of("Positive" + name, sql);
    }

    /// {@return an e-mail address: `EmailField`}
    public static FieldType email(int maxLength) {
        return of("EmailField", new SqlType.VarChar(maxLength));
    }

    /// {@return an address of the web: `URLField`}
    public static FieldType url(int maxLength) {
        return of("URLField", new SqlType.VarChar(maxLength));
    }

    /// {@return an address of the internet protocol: `GenericIPAddressField`}
    public static FieldType ipAddress() {
        return of("GenericIPAddressField", new SqlType.Inet());
    }

    /// {@return the name of a file: `FileField`}
    public static FieldType file(int maxLength) {
        return of("FileField", new SqlType.VarChar(maxLength));
    }

    /// {@return the name of a picture: `ImageField`}
    public static FieldType image(int maxLength) {
        return of("ImageField", new SqlType.VarChar(maxLength));
    }

    /// {@return values of one kind in a row: `ArrayField`}
    public static FieldType array(SqlType element) {
        return of("ArrayField", new SqlType.ArrayOf(element));
    }

    /// {@return all values between two: `IntegerRangeField`, `DateTimeRangeField` and so on}
    public static FieldType range(SqlType bound) {
        String name =
                switch (bound) {
                    case SqlType.Int _ -> "IntegerRangeField";
                    case SqlType.BigInt _ -> "BigIntegerRangeField";
                    case SqlType.Decimal _ -> "DecimalRangeField";
                    case SqlType.Date _ -> "DateRangeField";
                    default -> "DateTimeRangeField";
                };
        return of(name, new SqlType.RangeOf(bound));
    }

    /// {@return texts under names: `HStoreField`}
    public static FieldType hstore() {
        return of("HStoreField", new SqlType.Hstore());
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
