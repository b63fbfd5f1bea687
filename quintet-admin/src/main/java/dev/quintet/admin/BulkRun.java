package dev.quintet.admin;

import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.http.Request;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Index;
import dev.quintet.orm.Meta;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was done to many rows at once, or is being done: who, what, how far it is. Each
/// process reads it from the table, whichever does the work.
@Meta(
        app = "admin",
        table = "quintet_admin_run",
        catalog = "BulkRuns",
        verboseName = "bulk change",
        verboseNamePlural = "bulk changes",
        ordering = "-id",
        indexes =
                @Index(
                        fields = {"model", "id"},
                        name = "quintet_admin_run_model"),
        defaultPermissions = {})
public final class BulkRun extends Entity {

    /// After so long without a word, whoever did it is thought to be gone.
    static final Duration SILENCE = Duration.ofMinutes(1);

    /// How it stands.
    public enum State {
        /// It goes on.
        RUNNING,
        /// All was done.
        DONE,
        /// Somebody stopped it.
        STOPPED,
        /// Something went wrong.
        FAILED
    }

    /// The key.
    @Id(generated = true)
    public long id;

    /// The key of the user who does it.
    @Field(maxLength = 100, index = true)
    public String userId = "";

    /// The name of the admin that it is done in.
    @Field(maxLength = 100)
    public String site = "";

    /// The label of the rows' model.
    @Field(maxLength = 200)
    public String model = "";

    /// What is done, in the words of the sources.
    @Field(maxLength = 200)
    public String label = "";

    /// How it stands.
    public State state = State.RUNNING;

    /// How many rows there are.
    public int total;

    /// How many of them were looked at.
    public int done;

    /// How many of them were changed.
    public int changed;

    /// How many of them could not be.
    public int refused;

    /// What went wrong, or why rows could not be changed.
    @Field(blank = true)
    public String problem = "";

    /// Whether somebody asked to stop it.
    public boolean stopping;

    /// The first entry of the log that is part of it; 0 for none yet.
    public int firstEntry;

    /// The last entry of the log that is part of it.
    public int lastEntry;

    /// The bulk change that this one undoes.
    public @Nullable Long undoes;

    /// When it began.
    public Instant started = Instant.EPOCH;

    /// When it was last heard of.
    public Instant heard = Instant.EPOCH;

    /// An empty one, for the ORM.
    public BulkRun() {}

    /// {@return a new one, saved}
    static BulkRun begin(
            AdminSite site, ModelAdmin<?> admin, Request request, String label, int total) {
        var run = new BulkRun();
        run.userId = Staff.key(request);
        run.site = site.name();
        run.model = admin.mapping().state().label();
        run.label = label.length() <= 200 ? label : label.substring(0, 200);
        run.total = total;
        run.started = Context.current().clock().instant();
        run.heard = run.started;
        run.save();
        return run;
    }

    /// Counts a row that was changed.
    ///
    /// @param entry what the log says of it
    void did(@Nullable LogEntry entry) {
        changed++;
        if (entry != null) {
            firstEntry = firstEntry == 0 ? entry.id : Math.min(firstEntry, entry.id);
            lastEntry = Math.max(lastEntry, entry.id);
        }
    }

    /// Counts a row that could not be changed.
    void refused(String why) {
        refused++;
        if (problem.isEmpty()) {
            problem = why;
        }
    }

    /// Says how far it is; a wish to stop that others have written stays.
    void heard() {
        heard = Context.current().clock().instant();
        save();
    }

    /// Says that it is over.
    void end(State how) {
        state = how;
        if (how == State.DONE) {
            done = total;
        }
        heard();
    }

    /// {@return whether it goes on}
    public boolean isRunning() {
        return state == State.RUNNING && !isLost();
    }

    /// {@return whether it says that it goes on, and nothing was heard of it for long}
    public boolean isLost() {
        return state == State.RUNNING
                && heard.plus(SILENCE).isBefore(Context.current().clock().instant());
    }

    @Override
    public String toString() {
        return label;
    }
}
