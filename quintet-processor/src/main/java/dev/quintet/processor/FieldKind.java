package dev.quintet.processor;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A kind of field that has a value of its own, by its Java type.
enum FieldKind {
    TEXT("java.lang.String", "TextColumn", "text", "text"),
    SLUG(Orm.SLUG, "SlugColumn", "text", "a slug"),
    BOOL("java.lang.Boolean", "ValueColumn", "bool", "true or false"),
    INT16("java.lang.Short", "NumberColumn", "int32", "a whole number of 2 bytes"),
    INT32("java.lang.Integer", "NumberColumn", "int32", "a whole number of 4 bytes"),
    INT64("java.lang.Long", "NumberColumn", "int64", "a whole number of 8 bytes"),
    FLOAT64("java.lang.Double", "NumberColumn", "float64", "a floating-point number"),
    DECIMAL("java.math.BigDecimal", "NumberColumn", "decimal", "an exact number"),
    DATE("java.time.LocalDate", "TimeColumn", "date", "a day"),
    TIME("java.time.LocalTime", "TimeColumn", "time", "a time of day"),
    INSTANT("java.time.Instant", "TimeColumn", "instant", "a point in time"),
    DATE_TIME(
            "java.time.LocalDateTime", "TimeColumn", "localDateTime", "a day and time in no zone"),
    DURATION("java.time.Duration", "TimeColumn", "duration", "a length of time"),
    UUID("java.util.UUID", "ValueColumn", "uuid", "a UUID"),
    BINARY("byte[]", "ValueColumn", "bytes", "bytes"),
    ENUM("", "ValueColumn", "text", "a choice"),
    FILE(Orm.STORED_FILE, "FileColumn", "text", "the name of a file"),
    JSON("", "ValueColumn", "text", "a JSON document"),
    ARRAY("", "ValueColumn", "list", "values in a row"),
    TEXTS("", "ValueColumn", "texts", "texts under names"),
    RANGE("", "ValueColumn", "text", "all values between two"),
    CUSTOM("", "ValueColumn", "stored", "a value of a type of its own");

    /// What a field may be declared as, for messages.
    static final String ALLOWED =
            "String, Slug, boolean, short, int, long, double and their boxes, BigDecimal,"
                    + " LocalDate, LocalTime, LocalDateTime, Instant, Duration, UUID, byte[], an enum,"
                    + " StoredFile, a record or a Map<String, Object> for JSON, a List, a Range,"
                    + " ForeignKey, OneToOne, ManyToMany, Related, RelatedOne";

    private static final Map<String, FieldKind> BY_TYPE = new HashMap<>();

    static {
        for (FieldKind kind : values()) {
            BY_TYPE.put(kind.type, kind);
        }
        BY_TYPE.put("boolean", BOOL);
        BY_TYPE.put("short", INT16);
        BY_TYPE.put("int", INT32);
        BY_TYPE.put("long", INT64);
        BY_TYPE.put("double", FLOAT64);
        BY_TYPE.remove("");
    }

    private final String type;
    private final String column;
    private final String reader;
    private final String words;

    FieldKind(String type, String column, String reader, String words) {
        this.type = type;
        this.column = column;
        this.reader = reader;
        this.words = words;
    }

    /// The kind of fields declared as `type`, written in full; enums excepted.
    static @Nullable FieldKind of(String type) {
        return BY_TYPE.get(type);
    }

    /// The reference type of the values, written in full; empty for enums.
    String type() {
        return type;
    }

    /// Simple name of the column's class in catalogues.
    String column() {
        return column;
    }

    /// Whether the column's class has the values' type as a parameter.
    boolean columnHasType() {
        return this != TEXT && this != SLUG && this != FILE;
    }

    /// The method of Row that reads it; primitive where there is one.
    String reader() {
        return reader;
    }

    /// Whether it is a whole number.
    boolean whole() {
        return this == INT16 || this == INT32 || this == INT64;
    }

    /// Whether it is a point in time, or part of one.
    boolean temporal() {
        return switch (this) {
            case DATE, TIME, INSTANT, DATE_TIME -> true;
            default -> false;
        };
    }

    /// Whether its type is told by the field alone, with its arguments.
    boolean ownType() {
        return switch (this) {
            case ENUM, JSON, ARRAY, TEXTS, RANGE, CUSTOM -> true;
            default -> false;
        };
    }

    /// The method of Row that reads it, null for NULL.
    String readerOrNull() {
        return switch (this) {
            case BOOL, INT16, INT32, INT64, FLOAT64 -> reader + "OrNull";
            default -> reader;
        };
    }

    /// The reference type of what the column holds, written in full: the keys of relations are kept
    /// as they are stored.
    String storedType() {
        return switch (this) {
            case SLUG, ENUM, FILE, JSON, RANGE -> "java.lang.String";
            case ARRAY -> "java.util.List";
            case TEXTS -> "java.util.Map";
            case CUSTOM -> "java.lang.Object";
            case INT16 -> "java.lang.Integer";
            default -> type;
        };
    }

    /// What it holds, for doc comments.
    String words() {
        return words;
    }
}
