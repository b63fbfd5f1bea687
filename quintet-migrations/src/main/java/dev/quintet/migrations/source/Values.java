package dev.quintet.migrations.source;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.JavaSource;
import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values as Java that makes equal ones, in pieces that may be broken.
final class Values {

    private final JavaSource source;

    /// @param source the file's own: it knows what is imported
    Values(JavaSource source) {
        this.source = source;
    }

    /// {@return the name of a type}
    String name(Class<?> type) {
        return source.name(type);
    }

    Code of(@Nullable Object value) {
        return switch (value) {
            case FieldPath path -> path(path);
            case byte[] bytes ->
                    Code.call(
                            name(HexFormat.class) + ".of().parseHex",
                            JavaSource.literal(HexFormat.of().formatHex(bytes)));
            case Node.Value(Object held, FieldType type) when type == null ->
                    Code.call("new " + name(Node.Value.class), List.of(of(held)));
            case List<?> list -> Code.call(name(List.class) + ".of", all(list));
            case Record made -> record(made);
            case null, default -> Code.text(source.expression(value));
        };
    }

    List<Code> all(Iterable<?> values) {
        List<Code> codes = new ArrayList<>();
        values.forEach(one -> codes.add(of(one)));
        return codes;
    }

    private Code path(FieldPath path) {
        List<String> names = path.names();
        return Code.call(
                name(FieldPath.class) + ".of",
                List.of(names.size() == 1 ? of(names.getFirst()) : of(names)));
    }

    /// A record is what its components are.
    private Code record(Record made) {
        List<Code> args = new ArrayList<>();
        for (RecordComponent component :
                Objects.requireNonNull(made.getClass().getRecordComponents())) {
            args.add(of(read(made, component)));
        }
        return Code.call("new " + name(made.getClass()), args);
    }

    private static @Nullable Object read(Record made, RecordComponent component) {
        try {
            return component.getAccessor().invoke(made);
        } catch (ReflectiveOperationException hidden) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E019",
                                    "A value of "
                                            + made.getClass().getName()
                                            + " cannot be written into a migration.")
                            .because("A migration is Java that makes equal values.")
                            .fixedBy(
                                    "Use text, numbers, truth values, dates, times, lists, maps,"
                                            + " enums and public records of these for defaults and"
                                            + " choices."),
                    hidden);
        }
    }
}
