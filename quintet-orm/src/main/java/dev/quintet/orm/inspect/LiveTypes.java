package dev.quintet.orm.inspect;

import dev.quintet.orm.state.SqlType;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the types of columns mean, by the words of each database.
final class LiveTypes {

    private static final Pattern SHAPE =
            Pattern.compile("([^(]+)(?:\\((\\d+)(?:\\s*,\\s*(\\d+))?\\))?([^()]*)");

    private LiveTypes() {}

    /// {@return the kind of a type, or `null` when there is none such}
    static @Nullable SqlType of(String dialect, String written) {
        String words = written.toLowerCase(Locale.ROOT).strip();
        if (dialect.equals("postgresql") && words.endsWith("[]")) {
            SqlType element = of(dialect, words.substring(0, words.length() - 2));
            return element == null ? null : new SqlType.ArrayOf(element);
        }
        Matcher shape = SHAPE.matcher(words);
        if (!shape.matches()) {
            return null;
        }
        String word = Objects.requireNonNull(shape.group(1), "the shape begins with a word");
        String name = (word.strip() + shape.group(4)).strip();
        int first = number(shape.group(2));
        int second = number(shape.group(3));
        return switch (dialect) {
            case "postgresql" -> postgresql(name, first, second);
            case "mariadb" -> mariadb(name, first, second);
            default -> sqlite(name, first, second);
        };
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static @Nullable SqlType postgresql(String name, int first, int second) {
        return switch (name) {
            case "character varying", "varchar" ->
                    first == 0 ? new SqlType.Text() : new SqlType.VarChar(first);
            case "character", "char", "bpchar" -> new SqlType.VarChar(Math.max(first, 1));
            case "text", "citext", "name" -> new SqlType.Text();
            case "smallint" -> new SqlType.SmallInt();
            case "integer" -> new SqlType.Int();
            case "bigint" -> new SqlType.BigInt();
            case "numeric" -> first == 0 ? null : new SqlType.Decimal(first, second);
            case "double precision" -> new SqlType.DoublePrecision();
            case "boolean" -> new SqlType.Bool();
            case "date" -> new SqlType.Date();
            case "time without time zone" -> new SqlType.Time();
            case "timestamp with time zone" -> new SqlType.Timestamp();
            case "timestamp without time zone" -> new SqlType.LocalTimestamp();
            case "interval" -> new SqlType.Interval();
            case "uuid" -> new SqlType.Uuid();
            case "bytea" -> new SqlType.Binary();
            case "jsonb" -> new SqlType.Json();
            case "inet" -> new SqlType.Inet();
            case "hstore" -> new SqlType.Hstore();
            case "int4range" -> new SqlType.RangeOf(new SqlType.Int());
            case "int8range" -> new SqlType.RangeOf(new SqlType.BigInt());
            case "numrange" -> new SqlType.RangeOf(new SqlType.Decimal(0, 0));
            case "daterange" -> new SqlType.RangeOf(new SqlType.Date());
            case "tsrange" -> new SqlType.RangeOf(new SqlType.LocalTimestamp());
            case "tstzrange" -> new SqlType.RangeOf(new SqlType.Timestamp());
            default -> null;
        };
    }

    private static @Nullable SqlType mariadb(String name, int first, int second) {
        return switch (name.replace(" unsigned", "").replace(" zerofill", "")) {
            case "varchar", "char" -> new SqlType.VarChar(Math.max(first, 1));
            case "tinytext", "text", "mediumtext", "longtext" -> new SqlType.Text();
            case "tinyint" -> first == 1 ? new SqlType.Bool() : new SqlType.SmallInt();
            case "smallint", "year" -> new SqlType.SmallInt();
            case "mediumint", "int", "integer" -> new SqlType.Int();
            case "bigint" -> new SqlType.BigInt();
            case "decimal", "numeric" -> new SqlType.Decimal(first, second);
            case "double", "double precision" -> new SqlType.DoublePrecision();
            case "date" -> new SqlType.Date();
            case "time" -> new SqlType.Time();
            case "datetime", "timestamp" -> new SqlType.Timestamp();
            case "tinyblob", "blob", "mediumblob", "longblob", "binary", "varbinary" ->
                    new SqlType.Binary();
            default -> null;
        };
    }

    private static @Nullable SqlType sqlite(String name, int first, int second) {
        return switch (name.replace(" unsigned", "").replace("unsigned ", "")) {
            case "varchar", "nvarchar", "character varying", "char", "nchar", "character" ->
                    first == 0 ? new SqlType.Text() : new SqlType.VarChar(first);
            case "text", "clob" -> new SqlType.Text();
            case "smallint", "tinyint", "int2" -> new SqlType.SmallInt();
            case "integer", "int", "mediumint", "int4" -> new SqlType.Int();
            case "bigint", "int8" -> new SqlType.BigInt();
            case "decimal", "numeric" -> new SqlType.Decimal(first, second);
            case "real", "double", "double precision", "float" -> new SqlType.DoublePrecision();
            case "bool", "boolean" -> new SqlType.Bool();
            case "date" -> new SqlType.Date();
            case "time" -> new SqlType.Time();
            case "datetime", "timestamp" -> new SqlType.Timestamp();
            case "blob" -> new SqlType.Binary();
            default -> null;
        };
    }
}
