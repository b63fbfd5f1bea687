package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.NamedFunction;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.state.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields as the types of expressions: `output_field=CharField()`.
///
/// @param type ours
record FieldTypes(FieldType type) implements PythonObject {

    private static final List<String> NAMES =
            List.of(
                    "AutoField",
                    "BigAutoField",
                    "BigIntegerField",
                    "BinaryField",
                    "BooleanField",
                    "CharField",
                    "DateField",
                    "DateTimeField",
                    "DecimalField",
                    "DurationField",
                    "EmailField",
                    "FileField",
                    "FloatField",
                    "GenericIPAddressField",
                    "IntegerField",
                    "JSONField",
                    "PositiveBigIntegerField",
                    "PositiveIntegerField",
                    "PositiveSmallIntegerField",
                    "SlugField",
                    "SmallIntegerField",
                    "TextField",
                    "TimeField",
                    "URLField",
                    "UUIDField");

    /// {@return the classes of fields, by name}
    static Map<String, @Nullable Object> names() {
        Map<String, @Nullable Object> names = new HashMap<>();
        for (String name : NAMES) {
            names.put(
                    name,
                    new NamedFunction(name, arguments -> new FieldTypes(type(name, arguments))));
        }
        return names;
    }

    private static FieldType type(String name, Arguments arguments) {
        return switch (name) {
            case "AutoField", "IntegerField", "PositiveIntegerField" -> FieldType.int32();
            case "BigAutoField", "BigIntegerField", "PositiveBigIntegerField" -> FieldType.int64();
            case "SmallIntegerField", "PositiveSmallIntegerField" -> FieldType.int16();
            case "BinaryField" -> FieldType.binary();
            case "BooleanField" -> FieldType.bool();
            case "DateField" -> FieldType.date();
            case "DateTimeField" -> FieldType.dateTime();
            case "DecimalField" ->
                    FieldType.decimal(
                            number(arguments, "max_digits", 30),
                            number(arguments, "decimal_places", 10));
            case "DurationField" -> FieldType.duration();
            case "FloatField" -> FieldType.float64();
            case "JSONField" -> FieldType.json();
            case "TimeField" -> FieldType.time();
            case "UUIDField" -> FieldType.uuid();
            case "TextField" -> FieldType.text();
            default -> {
                int most = number(arguments, "max_length", 0);
                yield most == 0 ? FieldType.text() : FieldType.text(most);
            }
        };
    }

    private static int number(Arguments arguments, String name, int otherwise) {
        Object given = arguments.named(name, null);
        return given == null ? otherwise : Math.toIntExact(Values.integer(given));
    }

    /// {@return the type that a call was given, or `null`}
    static @Nullable FieldType of(@Nullable Object value) {
        return switch (value) {
            case FieldTypes field -> field.type();
            // The class for an object of it, as Cast allows.
            case NamedFunction field when field.call(Arguments.of()) instanceof FieldTypes made ->
                    made.type();
            case null, default -> null;
        };
    }

    @Override
    public String typeName() {
        return "Field";
    }
}
