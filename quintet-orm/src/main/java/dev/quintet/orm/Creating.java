package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rows that are made unless they are there. Django: `get_or_create`, `update_or_create`.
///
/// Safe against others that do the same at the same time, where the database guards by a unique
/// constraint that there is one row: who comes second gets the first one's row.
final class Creating {

    private Creating() {}

    static <M extends Entity> GotOrCreated<M> getOrCreate(
            QuerySet<M> rows, Consumer<? super M> rest, List<Assignment<? super M>> values) {
        QuerySet<M> meant = rows.filter(condition(values));
        Optional<M> found = one(meant);
        return found.isPresent()
                ? new GotOrCreated<>(found.get(), false)
                : create(rows, meant, rest, values);
    }

    static <M extends Entity> GotOrCreated<M> updateOrCreate(
            QuerySet<M> rows,
            Consumer<? super M> changes,
            Consumer<? super M> rest,
            List<Assignment<? super M>> values) {
        try (var block = Transaction.atomicOn(rows.writeAlias())) {
            QuerySet<M> meant = rows.using(rows.writeAlias()).filter(condition(values));
            Optional<M> found = one(meant.selectForUpdate());
            GotOrCreated<M> got =
                    found.isPresent()
                            ? new GotOrCreated<>(found.get(), false)
                            : create(rows, meant.selectForUpdate(), rest, values);
            if (!got.created()) {
                changes.accept(got.object());
                got.object().save();
            }
            block.commit();
            return got;
        }
    }

    private static <M extends Entity> GotOrCreated<M> create(
            QuerySet<M> rows,
            QuerySet<M> meant,
            Consumer<? super M> rest,
            List<Assignment<? super M>> values) {
        M made = rows.mapping().blank();
        for (Assignment<? super M> value : values) {
            String field = value.field().names().getFirst();
            write(rows.mapping(), made, field, constant(value));
        }
        rest.accept(made);
        try (var block = Transaction.atomicOn(rows.writeAlias())) {
            Saving.save(made, Saving.Way.INSERT, rows.writeAlias());
            block.commit();
            return new GotOrCreated<>(made, true);
        } catch (IntegrityException lost) {
            // Another was quicker, or the row is wrong for another reason.
            return new GotOrCreated<>(one(meant).orElseThrow(() -> lost), false);
        }
    }

    private static <M extends Entity> void write(
            ModelMapping<M> mapping, M made, String field, @Nullable Object value) {
        if (value == null) {
            mapping.write(made, field, null);
        } else {
            BetweenRows.write(mapping, made, field, value);
        }
    }

    private static <M extends Entity> Optional<M> one(QuerySet<M> rows) {
        List<M> found = rows.limit(2).list();
        if (found.size() > 1) {
            throw new MultipleObjectsReturned(rows.mapping());
        }
        return found.stream().findFirst();
    }

    private static <M extends Entity> Node condition(List<Assignment<? super M>> values) {
        List<Node> all = new ArrayList<>();
        for (Assignment<? super M> value : values) {
            Node field = new Node.Field(value.field());
            Object constant = constant(value);
            all.add(
                    constant == null
                            ? new Node.IsNull(field, true)
                            : new Node.Compare(Lookup.EXACT, field, new Node.Value(constant)));
        }
        return new Node.And(all);
    }

    private static @Nullable Object constant(Assignment<?> value) {
        if (value.value() instanceof Node.Value(var constant, var _)
                && value.field().names().size() == 1) {
            return constant;
        }
        throw new QueryException(
                Problem.of("orm.E160", "A row is found and made by values, not by expressions.")
                        .because("It concerns " + value.field() + ".")
                        .fixedBy("Set fields of the model itself to plain values."));
    }
}
