package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.adminlog.LogEntries;
import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.contenttypes.ContentType;
import dev.quintet.http.Request;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Does something to many rows, and writes down what it did to each: at once, or part by part in
/// the background. Belongs to one request.
///
/// @param <M> the model
final class BulkWork<M extends Entity> {

    private static final System.Logger LOG = Loggers.named("quintet.admin");

    /// So many rows are done in a transaction.
    static final int PART = 200;

    /// So many rows at most are written down where all is done at once.
    static final int MOST_TRACED = 10_000;

    private final AdminSite site;
    private final ModelAdmin<M> admin;
    private final ModelMapping<M> mapping;
    private final Request request;

    BulkWork(AdminSite site, ModelAdmin<M> admin, Request request) {
        this.site = site;
        this.admin = admin;
        this.mapping = admin.mapping();
        this.request = request;
    }

    // ---- actions

    /// Does an action at once, all or nothing.
    ///
    /// @return what was done, or `null` where there are too many rows to write it down
    @Nullable BulkRun now(AdminAction<M> action, QuerySet<M> rows) {
        return atomic(() -> {
            List<M> there = rows.limit(MOST_TRACED + 1L).list();
            if (there.size() > MOST_TRACED) {
                action.run(request, rows);
                return null;
            }
            BulkRun run = BulkRun.begin(site, admin, request, source(action.label()), there.size());
            traced(run, there, () -> action.run(request, rows));
            run.end(BulkRun.State.DONE);
            return run;
        });
    }

    /// Begins an action in the background.
    BulkRun behind(AdminAction<M> action, List<String> keys) {
        BulkRun run = BulkRun.begin(site, admin, request, source(action.label()), keys.size());
        start(
                run,
                keys,
                (part, of) -> {
                    QuerySet<M> rows = RowKey.among(admin.queryset(request), part);
                    traced(of, rows.list(), () -> action.run(request, rows));
                });
        return run;
    }

    /// Runs something, and writes down what it changed of some rows.
    private void traced(BulkRun run, List<M> rows, Runnable work) {
        var before = new LinkedHashMap<String, Map<String, @Nullable String>>();
        rows.forEach(row -> before.put(RowKey.text(row), Trace.of(mapping, row)));
        work.run();
        AbstractBaseUser user = Staff.logged(request);
        if (before.isEmpty()) {
            return;
        }
        var after = new HashMap<String, M>();
        RowKey.among(QuerySet.of(mapping), before.keySet())
                .forEach(row -> after.put(RowKey.text(row), row));
        var entries = new ArrayList<LogEntry>();
        int changed = 0;
        for (M row : rows) {
            String key = RowKey.text(row);
            M now = after.get(key);
            if (now == null) {
                changed++;
                if (user != null) {
                    entries.add(LogEntry.about(user, row, LogEntry.DELETION, List.of()));
                }
                continue;
            }
            Map<String, @Nullable String> was = Objects.requireNonNull(before.get(key));
            Map<String, @Nullable String> is = Trace.of(mapping, now);
            List<String> names = Trace.changed(was, is);
            if (!names.isEmpty()) {
                changed++;
            }
            if (!names.isEmpty() && user != null) {
                var message = new ArrayList<Map<String, ?>>();
                message.add(Trace.described(mapping, was, is, names));
                Trace.add(message, was, is, run.id);
                entries.add(LogEntry.about(user, now, LogEntry.CHANGE, message));
            }
        }
        QuerySet.of(LogEntries.all().mapping()).bulkCreate(entries);
        entries.forEach(run::did);
        run.changed += changed - entries.size();
    }

    private static String source(CharSequence label) {
        return label.toString();
    }

    // ---- undoing

    /// {@return the entries of the log that are part of a bulk change and can be undone}
    static List<LogEntry> entries(BulkRun run, ModelMapping<?> mapping) {
        if (run.firstEntry == 0 || !run.userId.matches("[0-9]{1,18}")) {
            return List.of();
        }
        return LogEntries.filter(
                        LogEntries.id.gte(run.firstEntry),
                        LogEntries.id.lte(run.lastEntry),
                        LogEntries.userId.eq(Long.parseLong(run.userId)),
                        LogEntries.contentType.eq(ContentType.of(mapping.type())))
                .orderBy(LogEntries.id.asc())
                .list()
                .stream()
                .filter(entry -> isOf(run, entry))
                .toList();
    }

    private static boolean isOf(BulkRun run, LogEntry entry) {
        Map<?, ?> undo = Undo.kept(entry);
        return undo != null && String.valueOf(run.id).equals(String.valueOf(undo.get(Trace.RUN)));
    }

    /// Undoes a bulk change, row by row: in the background where there are many.
    BulkRun undo(BulkRun of) {
        var byKey = new LinkedHashMap<String, LogEntry>();
        for (LogEntry entry : entries(of, mapping)) {
            byKey.put(String.valueOf(entry.objectId), entry);
        }
        BulkRun run = BulkRun.begin(site, admin, request, of.label, byKey.size());
        run.undoes = of.id;
        run.save();
        var keys = List.copyOf(byKey.keySet());
        Part work = (part, to) -> undo(part, byKey, to);
        if (keys.size() > PART) {
            start(run, keys, work);
        } else {
            atomic(() -> {
                work.run(keys, run);
                run.end(BulkRun.State.DONE);
            });
        }
        return run;
    }

    private void undo(List<String> part, Map<String, LogEntry> byKey, BulkRun run) {
        var seen = new HashMap<String, M>();
        RowKey.among(admin.queryset(request), part).forEach(row -> seen.put(RowKey.text(row), row));
        var undo = new Undo<>(admin, request);
        var locked = new HashMap<String, M>();
        RowKey.among(QuerySet.of(mapping).selectForUpdate(), seen.keySet())
                .forEach(row -> locked.put(RowKey.text(row), row));
        for (String key : part) {
            M row = locked.get(key);
            String refused =
                    row == null
                            ? gettext("There is no such row any more.")
                            : undo.carryOut(Objects.requireNonNull(byKey.get(key)), row, run);
            if (refused != null) {
                run.refused(row == null ? key + ": " + refused : row + ": " + refused);
            }
        }
    }

    // ---- in the background

    /// What is done to some of the rows, in a transaction.
    @FunctionalInterface
    private interface Part {
        void run(List<String> keys, BulkRun run);
    }

    private void start(BulkRun run, List<String> keys, Part work) {
        long id = run.id;
        Background.current().start("admin-" + id, ending -> carryOut(id, keys, work, ending));
    }

    private static void carryOut(long id, List<String> keys, Part work, BooleanSupplier ending) {
        BulkRun run = BulkRuns.get(BulkRuns.id.eq(id));
        try {
            for (int from = 0; from < keys.size(); from += PART) {
                if (ending.getAsBoolean() || stopping(id)) {
                    run.end(BulkRun.State.STOPPED);
                    return;
                }
                List<String> part = keys.subList(from, Math.min(keys.size(), from + PART));
                BulkRun before = run;
                run = atomic(() -> part(before.id, part, work));
            }
            run.end(BulkRun.State.DONE);
        } catch (RuntimeException wrong) {
            LOG.log(System.Logger.Level.ERROR, "Bulk change " + id + " failed.", wrong);
            BulkRun at = BulkRuns.get(BulkRuns.id.eq(id));
            at.problem =
                    wrong instanceof QuintetException known
                            ? known.problem().problem()
                            : wrong.getClass().getSimpleName();
            at.end(BulkRun.State.FAILED);
        }
    }

    /// One part, counted in the same transaction: what the table says was done is what was done.
    private static BulkRun part(long id, List<String> keys, Part work) {
        BulkRun run = BulkRuns.get(BulkRuns.id.eq(id));
        work.run(keys, run);
        run.done += keys.size();
        run.heard();
        return run;
    }

    private static boolean stopping(long id) {
        return BulkRuns.filter(BulkRuns.id.eq(id), BulkRuns.stopping.eq(true)).exists();
    }
}
