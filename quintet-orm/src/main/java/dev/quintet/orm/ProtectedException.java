package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.state.FieldState;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A row cannot be deleted because others lead to it that must not go. Django: `ProtectedError`,
/// `RestrictedError`.
public final class ProtectedException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    private static final int MOST_LOADED = 100;
    private static final int MOST_NAMED = 5;

    private final transient List<Entity> objects;
    private final long rows;
    private final boolean restricted;

    private ProtectedException(
            Problem problem, List<Entity> objects, long rows, boolean restricted) {
        super(problem);
        this.objects = List.copyOf(objects);
        this.rows = rows;
        this.restricted = restricted;
    }

    static ProtectedException of(
            ModelMapping<?> model,
            ModelMapping<?> other,
            FieldState field,
            Set<Object> keys,
            Database database,
            boolean restricted) {
        List<Entity> objects = new ArrayList<>();
        QuerySet.of(other)
                .using(database.alias())
                .filter(KeyNodes.among(other, Keys.chunks(keys, MOST_LOADED).getFirst()))
                .forEach(objects::add);
        String named =
                objects.stream()
                        .limit(MOST_NAMED)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        String more = keys.size() > MOST_NAMED ? ", ..." : "";
        Problem problem =
                Problem.of(
                                "orm.E018",
                                "This "
                                        + model.state().name()
                                        + " cannot be deleted: "
                                        + keys.size()
                                        + " rows lead to it by "
                                        + other.state().label()
                                        + "."
                                        + field.name()
                                        + ".")
                        .because("They are: " + named + more + ".")
                        .fixedBy("Delete those rows first, or let them lead elsewhere.");
        return new ProtectedException(problem, objects, keys.size(), restricted);
    }

    /// {@return the objects that lead to it, 100 of them at most}
    public List<Entity> objects() {
        return objects;
    }

    /// {@return how many rows lead to it}
    public long rows() {
        return rows;
    }

    /// {@return whether they would have gone, had they gone by another way too: {@link
    /// OnDelete#RESTRICT}}
    public boolean restricted() {
        return restricted;
    }
}
