package dev.quintet.migrations.operations;

import dev.quintet.orm.HistoricalModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Fills a field of the rows that hold NULL in it, some rows at a time. In a migration with
/// `atomic(false)` each batch is kept for itself, so that no row is locked for long, and what was
/// done stays done when it is interrupted.
///
/// Nothing is taken back; left out when migrations are squashed.
///
/// @param label of the model, as `app.Model`
/// @param field its name
/// @param value what the rows get, as stored
/// @param size most rows of a batch
public record Backfill(String label, String field, Object value, int size) implements Operation {

    /// Rows of a batch, unless told otherwise.
    public static final int USUAL_SIZE = 1_000;

    /// Batches of the usual size.
    public Backfill(String label, String field, Object value) {
        this(label, field, value, USUAL_SIZE);
    }

    @Override
    public String describe() {
        return "Fill field " + field + " of " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return "fill_" + Labels.lower(label) + "_" + field.toLowerCase(Locale.ROOT);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        before.field(label, field);
        return before;
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            change.run(before, this::fill);
        }
    }

    private void fill(HistoricalModels models) {
        models.inBatches(
                models.all(label).filter(field, null),
                size,
                rows -> {
                    List<Object> keys = new ArrayList<>();
                    rows.forEach(row -> keys.add(Objects.requireNonNull(row.pk())));
                    models.all(label).filter("pk__in", keys).update(Map.of(field, value));
                });
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        // What rows hold may stay.
    }

    @Override
    public boolean elidable() {
        return true;
    }
}
