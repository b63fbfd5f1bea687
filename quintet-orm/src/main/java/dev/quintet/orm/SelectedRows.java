package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.RowCursor;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Plan;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of a few values each, made into what the caller asked for: a value, a record.
final class SelectedRows<T extends @Nullable Object> extends Rows<T> {

    /// Makes a row's object of its values.
    interface Maker<T extends @Nullable Object> {
        T make(@Nullable Object[] values);
    }

    private static final int FETCH_SIZE = 500;

    private final Maker<T> maker;

    SelectedRows(Select tree, String alias, Maker<T> maker) {
        super(tree, alias);
        this.maker = maker;
    }

    @Override
    List<T> load() {
        Database database = database();
        Plans.Ready ready = ready(database);
        return database.query(
                ready.plan().statement(),
                ready.values(),
                (result, row) -> {
                    List<T> rows = new ArrayList<>();
                    while (result.next()) {
                        rows.add(make(database.dialect(), ready.plan(), row));
                    }
                    return rows;
                });
    }

    @Override
    Rows<T> part(long offset, @Nullable Long most) {
        return new SelectedRows<>(tree().slice(offset, most), alias(), maker);
    }

    @Override
    public Stream<T> stream() {
        Database database = database();
        Plans.Ready ready = ready(database);
        RowCursor cursor = database.cursor(ready.plan().statement(), ready.values(), FETCH_SIZE);
        return Stream.generate(() -> cursor.next())
                .takeWhile(more -> more)
                .map(_ -> make(database.dialect(), ready.plan(), cursor.row()))
                .onClose(cursor::close);
    }

    private Plans.Ready ready(Database database) {
        return Plans.plan(database.dialect(), Plans.Purpose.SELECT, tree(), Loading::keyOf);
    }

    private T make(Dialect dialect, Plan plan, Row row) {
        List<Plan.Output> outputs = plan.outputs();
        var values = new @Nullable Object[outputs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = outputs.get(i).read(dialect, row, i + 1);
        }
        return maker.make(values);
    }
}
