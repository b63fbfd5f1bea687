package dev.quintet.migrations.operations;

import dev.quintet.orm.HistoricalModels;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs code of yours over the rows, with the models as they are at this point of the migrations:
/// it still runs when their classes have changed or are gone. Django: `RunPython`.
///
/// ```java
/// runJava(models -> models.all("catalog.Album").filter("slug", null).update(Map.of("slug", "x")))
///         .reverse(models -> models.all("catalog.Album").update(Map.of("slug", ""))),
/// ```
///
/// It runs in the migration's transaction, where it has one, and writes to the database that is
/// migrated. Never use the models' classes in it: they are what they are today. Immutable.
public final class RunJava implements Operation {

    private final String words;
    private final Consumer<HistoricalModels> forwards;
    private final @Nullable Consumer<HistoricalModels> backwards;
    private final boolean elidable;

    private RunJava(
            String words,
            Consumer<HistoricalModels> forwards,
            @Nullable Consumer<HistoricalModels> backwards,
            boolean elidable) {
        this.words = words;
        this.forwards = forwards;
        this.backwards = backwards;
        this.elidable = elidable;
    }

    /// {@return an operation that runs this, and cannot be taken back}
    public static RunJava of(Consumer<HistoricalModels> work) {
        return new RunJava("Run Java", work, null, false);
    }

    /// {@return this, taken back by other code; see {@link #reverseNothing} where there is nothing
    /// to take back}
    public RunJava reverse(Consumer<HistoricalModels> work) {
        return new RunJava(words, forwards, work, elidable);
    }

    /// {@return this, of which nothing need be taken back}
    public RunJava reverseNothing() {
        return reverse(_ -> {});
    }

    /// {@return this, which says what it does in these words, such as `Fill the slugs of albums`}
    public RunJava saying(String words) {
        return new RunJava(words, forwards, backwards, elidable);
    }

    /// {@return this, which is left out when migrations are squashed: new installations have no
    /// rows for it to work on}
    public RunJava asElidable() {
        return new RunJava(words, forwards, backwards, true);
    }

    @Override
    public String describe() {
        return words;
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before;
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        change.run(before, forwards);
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (backwards != null) {
            change.run(before, backwards);
        }
    }

    @Override
    public boolean reversible() {
        return backwards != null;
    }

    @Override
    public boolean elidable() {
        return elidable;
    }
}
