package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.http.Request;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings back what a row held before a change that the log knows of, where nobody has changed the
/// same fields since. Belongs to one request.
///
/// @param <M> the model
final class Undo<M extends Entity> {

    private final ModelAdmin<M> admin;
    private final ModelMapping<M> mapping;
    private final Request request;

    /// A field, as a page shows it.
    ///
    /// @param now what it holds
    /// @param then what it would hold
    record Field(CharSequence label, String now, String then) {}

    /// What undoing would do to a row.
    ///
    /// @param fields what would be brought back; none where nothing can be
    /// @param refused why not, or `null`
    record Outlook(List<Field> fields, @Nullable String refused) {

        Outlook {
            fields = List.copyOf(fields);
        }

        static Outlook no(String why) {
            return new Outlook(List.of(), why);
        }

        boolean allowed() {
            return refused == null;
        }
    }

    Undo(ModelAdmin<M> admin, Request request) {
        this.admin = admin;
        this.mapping = admin.mapping();
        this.request = request;
    }

    /// {@return what the log keeps of an entry to undo it, or `null` for nothing}
    static @Nullable Map<?, ?> kept(LogEntry entry) {
        if (entry.actionFlag != LogEntry.CHANGE) {
            return null;
        }
        for (Object part : entry.changes()) {
            if (part instanceof Map<?, ?> map
                    && map.get(Trace.UNDO) instanceof Map<?, ?> undo
                    && undo.get(Trace.BEFORE) instanceof Map<?, ?>
                    && undo.get(Trace.AFTER) instanceof Map<?, ?>) {
                return undo;
            }
        }
        return null;
    }

    private static Map<String, @Nullable String> texts(@Nullable Object part) {
        var texts = new LinkedHashMap<String, @Nullable String>();
        if (part instanceof Map<?, ?> map) {
            map.forEach((name, text) ->
                    texts.put(String.valueOf(name), text == null ? null : text.toString()));
        }
        return texts;
    }

    /// {@return what undoing an entry would do to a row}
    Outlook look(LogEntry entry, M row) {
        Map<?, ?> undo = kept(entry);
        if (undo == null) {
            return Outlook.no(gettext("The log does not say what the row held before."));
        }
        if (!admin.hasChangePermission(request, row)) {
            return Outlook.no(gettext("You may not change this row."));
        }
        Map<String, @Nullable String> before = texts(undo.get(Trace.BEFORE));
        Map<String, @Nullable String> after = texts(undo.get(Trace.AFTER));
        Set<String> closed = closed(entry, row, before.keySet());
        var fields = new ArrayList<Field>();
        var since = new ArrayList<String>();
        for (String name : before.keySet()) {
            if (!Trace.keeps(mapping, name)) {
                return Outlook.no(gettext("The model has no field '%s' any more.").formatted(name));
            }
            String label = FieldAt.find(mapping, name).label();
            if (closed.contains(name)) {
                return Outlook.no(gettext("You may not change the field “%s”.").formatted(label));
            }
            String now = Trace.text(mapping, row, name);
            if (!Objects.equals(now, after.get(name))) {
                since.add(label);
            }
            fields.add(new Field(label, Trace.shown(now), Trace.shown(before.get(name))));
        }
        return since.isEmpty()
                ? new Outlook(fields, null)
                : Outlook.no(
                        gettext("It was changed again since: %s.")
                                .formatted(String.join(", ", since)));
    }

    /// Fields of a change that this visitor may not bring back: those that they may only read, and,
    /// of what somebody else did, those that their form does not have.
    private Set<String> closed(LogEntry entry, M row, Set<String> names) {
        var closed = new HashSet<>(admin.readonlyFor(request, row));
        boolean own = String.valueOf(entry.userId).equals(Staff.key(request));
        if (!own && !Staff.user(request).superuser()) {
            var others = new HashSet<>(names);
            others.removeAll(admin.editableFor(request, row));
            closed.addAll(others);
        }
        return closed;
    }

    /// Brings back what a row held. Called in a transaction, with a row that was read in it.
    ///
    /// @param run the bulk change that this is part of, or `null`
    /// @return why not, or `null` once it is done
    @Nullable String carryOut(LogEntry entry, M row, @Nullable BulkRun run) {
        Outlook outlook = look(entry, row);
        if (!outlook.allowed()) {
            return outlook.refused();
        }
        Map<?, ?> undo = Objects.requireNonNull(kept(entry));
        Map<String, @Nullable String> now = Trace.of(mapping, row);
        try {
            for (var field : texts(undo.get(Trace.BEFORE)).entrySet()) {
                Trace.put(mapping, row, field.getKey(), field.getValue());
            }
            // A savepoint: what the database refuses of one row keeps no other from its own.
            Transaction.atomic(() -> admin.saveModel(request, row, true));
        } catch (BadLookupException wrong) {
            return gettext("The log does not say what the row held before.");
        } catch (QuintetException refused) {
            return refused.problem().problem();
        }
        Map<String, @Nullable String> then = Trace.of(mapping, row);
        var message = new ArrayList<Map<String, ?>>();
        message.add(Trace.described(mapping, now, then, Trace.changed(now, then)));
        LogEntry made =
                Journal.changed(request, mapping, row, message, now, run == null ? null : run.id);
        if (run != null) {
            run.did(made);
        }
        return null;
    }
}
