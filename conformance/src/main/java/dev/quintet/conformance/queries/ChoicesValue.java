package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Tuple;
import dev.quintet.conformance.python.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The choices of a field, such as `Book.Status`.
///
/// @param type the enum
record ChoicesValue(Class<? extends Enum<?>> type) implements PythonObject {

    /// One choice, which Python takes for its value.
    ///
    /// @param constant of the enum
    record Member(Enum<?> constant) implements PythonObject {

        Object value() {
            return stored(constant);
        }

        @Override
        public @Nullable Object attribute(String name) {
            return switch (name) {
                case "value", "__index__" -> value();
                case "label" -> labelOf(constant);
                case "name" -> constant.name();
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
            return operator.equals("==")
                    ? Values.equal(value(), other instanceof Member one ? one.value() : other)
                    : MISSING;
        }

        @Override
        public String text() {
            return Values.text(value());
        }
    }

    /// {@return what the column holds}
    static Object stored(Enum<?> constant) {
        Object value = asked(constant, "value");
        return switch (value) {
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case null -> constant.name();
            default -> value;
        };
    }

    private static Object labelOf(Enum<?> constant) {
        Object label = asked(constant, "label");
        return label == null ? constant.name() : label;
    }

    private static @Nullable Object asked(Enum<?> constant, String method) {
        try {
            return constant.getDeclaringClass().getMethod(method).invoke(constant);
        } catch (NoSuchMethodException absent) {
            return null;
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "values" -> each(Member::value);
            case "labels" -> each(one -> labelOf(one.constant()));
            case "names" -> each(one -> one.constant().name());
            case "choices" -> each(one -> Tuple.of(one.value(), labelOf(one.constant())));
            default -> {
                for (Enum<?> constant : constants(type)) {
                    if (constant.name().equals(name)) {
                        yield new Member(constant);
                    }
                }
                yield MISSING;
            }
        };
    }

    private static Enum<?>[] constants(Class<? extends Enum<?>> type) {
        return java.util.Objects.requireNonNull(type.getEnumConstants());
    }

    private List<@Nullable Object> each(Function<Member, Object> what) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Enum<?> constant : constants(type)) {
            all.add(what.apply(new Member(constant)));
        }
        return all;
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        for (Enum<?> constant : constants(type)) {
            if (Values.equal(stored(constant), arguments.get(0))) {
                return new Member(constant);
            }
        }
        throw new PythonError("ValueError", arguments.get(0) + " is not a valid choice");
    }

    @Override
    public Iterable<@Nullable Object> iterate() {
        return each(one -> one);
    }

    @Override
    public String typeName() {
        return "ChoicesType";
    }
}
