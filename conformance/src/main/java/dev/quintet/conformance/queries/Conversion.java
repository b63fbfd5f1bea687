package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Tuple;
import dev.quintet.conformance.python.Zone;
import dev.quintet.orm.DeletedRows;
import dev.quintet.orm.Entity;
import dev.quintet.orm.JsonNull;
import dev.quintet.orm.Slug;
import dev.quintet.orm.StoredFile;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Between the interpreter's values and the ORM's.
final class Conversion {

    private Conversion() {}

    /// {@return what the ORM takes for a value of the interpreter}
    static @Nullable Object toOurs(@Nullable Object value) {
        return switch (value) {
            case EntityValue entity -> entity.entity();
            case RowsValue rows -> rows.rows();
            case ExpressionValue expression -> expression.expression();
            case ConditionValue condition -> condition.asExpression();
            case ChoicesValue.Member member -> member.value();
            case Zone zone -> zone.id();
            case ZonedDateTime time -> time.toInstant();
            case LocalDateTime naive -> naive.atZone(zone()).toInstant();
            case List<?> list -> all(list);
            case Set<?> set -> all(new ArrayList<>(set));
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> ours = new LinkedHashMap<>();
                map.forEach((key, one) -> ours.put(String.valueOf(key), toOurs(one)));
                yield ours;
            }
            case null -> null;
            default -> value;
        };
    }

    private static ZoneId zone() {
        return dev.quintet.kernel.time.TimeZones.active();
    }

    private static List<@Nullable Object> all(List<?> values) {
        List<@Nullable Object> ours = new ArrayList<>();
        values.forEach(one -> ours.add(toOurs(one)));
        return ours;
    }

    /// {@return the zone of a value, or `null`}
    static @Nullable ZoneId zone(@Nullable Object value) {
        return value instanceof Zone zone ? zone.id() : null;
    }

    /// {@return what the interpreter has for a value of the ORM}
    static @Nullable Object toPython(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Float number -> number.doubleValue();
            case Instant instant -> instant.atZone(ZoneOffset.UTC);
            case OffsetDateTime time -> time.toZonedDateTime();
            case Enum<?> constant -> choice(constant);
            case Slug slug -> slug.text();
            case StoredFile file -> file.name();
            case Entity entity -> new EntityValue(entity);
            case Optional<?> optional -> toPython(optional.orElse(null));
            case DeletedRows deleted -> {
                Map<String, @Nullable Object> counts = new LinkedHashMap<>();
                deleted.byModel().forEach((label, count) -> counts.put(between(label), count));
                yield Tuple.of(deleted.total(), counts);
            }
            case List<?> list -> {
                List<@Nullable Object> python = new ArrayList<>();
                list.forEach(one -> python.add(toPython(one)));
                yield python;
            }
            case Map<?, ?> map -> {
                Map<@Nullable Object, @Nullable Object> python = new LinkedHashMap<>();
                map.forEach((key, one) -> python.put(toPython(key), toPython(one)));
                yield python;
            }
            case null -> null;
            default -> value;
        };
    }

    /// A table between two models is called after the field: `auth.User_user_permissions`.
    private static String between(String label) {
        int field = label.indexOf('_');
        return field < 0
                ? label
                : label.substring(0, field) + FieldNames.snake(label.substring(field));
    }

    private static @Nullable Object choice(Enum<?> constant) {
        return constant == JsonNull.VALUE ? null : ChoicesValue.stored(constant);
    }
}
