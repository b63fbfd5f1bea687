package dev.quintet.orm;

import dev.quintet.orm.connection.IntegrityException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Rows that are made unless they are there. Django: `get_or_create`, `update_or_create`.
///
/// Safe against others that do the same at the same time, where the database guards by a unique
/// constraint that there is one row: who comes second gets the first one's row.
final class Creating {

    private static final int MOST_RETRIES = 5;

    private Creating() {}

    static <M extends Entity> GotOrCreated<M> getOrCreate(
            QuerySet<M> rows, Consumer<? super M> rest, Wanted wanted) {
        QuerySet<M> meant = rows.filter(wanted.condition());
        Optional<M> found = one(meant);
        return found.isPresent()
                ? new GotOrCreated<>(found.get(), false)
                : create(rows, meant, rest, wanted);
    }

    static <M extends Entity> GotOrCreated<M> updateOrCreate(
            QuerySet<M> rows,
            Consumer<? super M> changes,
            Consumer<? super M> rest,
            Wanted wanted) {
        // Where rows that are not there yet are locked too, those who make one at the same time may
        // wait for each other: one of them begins anew, and finds the other's.
        return Atomic.on(rows.writeAlias())
                .retries(MOST_RETRIES)
                .run(() -> {
                    QuerySet<M> meant = rows.using(rows.writeAlias()).filter(wanted.condition());
                    Optional<M> found = one(meant.selectForUpdate());
                    GotOrCreated<M> got =
                            found.isPresent()
                                    ? new GotOrCreated<>(found.get(), false)
                                    : create(rows, meant.selectForUpdate(), rest, wanted);
                    if (!got.created()) {
                        changes.accept(got.object());
                        got.object().save();
                    }
                    return got;
                });
    }

    private static <M extends Entity> GotOrCreated<M> create(
            QuerySet<M> rows, QuerySet<M> meant, Consumer<? super M> rest, Wanted wanted) {
        M made = rows.mapping().blank();
        Wanted.write(rows.mapping(), made, wanted.values());
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

    private static <M extends Entity> Optional<M> one(QuerySet<M> rows) {
        List<M> found = rows.limit(2).list();
        if (found.size() > 1) {
            throw new MultipleObjectsReturned(rows.mapping());
        }
        return found.stream().findFirst();
    }
}
