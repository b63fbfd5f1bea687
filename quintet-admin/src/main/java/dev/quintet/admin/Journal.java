package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.http.Request;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was done in the admin, written to Django's log and read from it: each of the two shows what
/// was done in the other.
final class Journal {

    /// Something that was done.
    ///
    /// @param kind `added`, `changed` or `deleted`
    /// @param url where the row is, or `null`
    /// @param undoable whether the log knows what the row held before
    record Entry(
            String id,
            String kind,
            String name,
            String model,
            String user,
            String what,
            Instant time,
            @Nullable String url,
            List<Change> changes,
            boolean undoable) {

        Entry {
            changes = List.copyOf(changes);
        }
    }

    /// A field that was changed.
    record Change(String field, String from, String to) {}

    private Journal() {}

    static void added(Request request, Entity row, List<Map<String, ?>> message) {
        write(request, row, LogEntry.ADDITION, message);
    }

    static void changed(Request request, Entity row, List<Map<String, ?>> message) {
        write(request, row, LogEntry.CHANGE, message);
    }

    /// Writes that a row was changed, with what is needed to undo it.
    ///
    /// @param before what {@link Trace} said of it before
    /// @param run the bulk change that it is part of, or `null`
    ///
    /// @return the entry, or `null` where nobody known did it
    static <M extends Entity> @Nullable LogEntry changed(
            Request request,
            ModelMapping<M> mapping,
            M row,
            List<Map<String, ?>> message,
            Map<String, @Nullable String> before,
            @Nullable Long run) {
        var all = new ArrayList<>(message);
        Trace.add(all, before, Trace.of(mapping, row), run);
        return write(request, row, LogEntry.CHANGE, all);
    }

    static void deleted(Request request, Entity row) {
        write(request, row, LogEntry.DELETION, List.of());
    }

    private static @Nullable LogEntry write(
            Request request, Entity row, short flag, List<Map<String, ?>> message) {
        AbstractBaseUser user = Staff.logged(request);
        return user == null ? null : LogEntry.write(user, row, flag, message);
    }

    /// {@return what was done to a row, the newest first}
    static List<Entry> of(Entity row, int most) {
        return read(LogEntry.of(row).selectRelated("contentType").limit(most).list(), null);
    }

    /// {@return an entry as pages show it}
    static Entry one(LogEntry entry) {
        return read(List.of(entry), null).getFirst();
    }

    /// {@return what the visitor did of late, the newest first}
    static List<Entry> recent(Request request, int most, AdminSite site) {
        AbstractBaseUser user = Staff.logged(request);
        return user == null
                ? List.of()
                : read(
                        LogEntry.by(user).selectRelated("contentType").limit(most).list(),
                        new Links(request, site));
    }

    /// Where rows are, for those whom this visitor may see.
    private record Links(Request request, AdminSite site) {

        @Nullable String of(@Nullable ModelMapping<?> model, LogEntry entry) {
            String key = entry.objectId;
            ModelAdmin<?> admin = model == null ? null : site.admin(model.state().label());
            boolean there = entry.actionFlag != LogEntry.DELETION;
            return there && key != null && admin != null && admin.hasViewPermission(request, null)
                    ? site.url(admin.mapping(), "change", KeyInAddress.quoted(key))
                    : null;
        }
    }

    private static List<Entry> read(List<LogEntry> entries, @Nullable Links links) {
        var names = new HashMap<String, String>();
        var all = new ArrayList<Entry>();
        for (LogEntry entry : entries) {
            var type = entry.contentType.get();
            ModelMapping<?> model = type == null ? null : type.mapping().orElse(null);
            String user = names.computeIfAbsent(String.valueOf(entry.userId), Journal::name);
            all.add(
                    new Entry(
                            String.valueOf(entry.id),
                            kind(entry),
                            entry.objectRepr,
                            type == null ? "" : Words.capFirst(type.name()),
                            user,
                            what(entry),
                            entry.actionTime,
                            links == null ? null : links.of(model, entry),
                            changes(entry),
                            Undo.kept(entry) != null));
        }
        return all;
    }

    /// {@return what a user is called; the key where there is none any more}
    static String name(String key) {
        AbstractBaseUser user = Accounts.current().byKey(key);
        return user == null ? key : user.username();
    }

    private static String kind(LogEntry entry) {
        return switch (entry.actionFlag) {
            case LogEntry.ADDITION -> "added";
            case LogEntry.DELETION -> "deleted";
            default -> "changed";
        };
    }

    /// What was done, in a sentence; an entry of plain text says it itself.
    private static String what(LogEntry entry) {
        if (!entry.changeMessage.isEmpty() && entry.changes().isEmpty()) {
            return entry.changeMessage;
        }
        var parts = new ArrayList<String>();
        for (Object part : entry.changes()) {
            if (part instanceof Map<?, ?> map) {
                map.forEach((verb, about) -> {
                    if (!verb.equals(Trace.UNDO)) {
                        parts.add(sentence(String.valueOf(verb), about));
                    }
                });
            }
        }
        if (!parts.isEmpty()) {
            return String.join(" ", parts);
        }
        return switch (entry.actionFlag) {
            case LogEntry.ADDITION -> gettext("Added.");
            case LogEntry.DELETION -> gettext("Deleted.");
            default -> gettext("Nothing was changed.");
        };
    }

    private static String sentence(String verb, @Nullable Object about) {
        Map<?, ?> map = about instanceof Map<?, ?> known ? known : Map.of();
        Object name = map.get("name");
        String row =
                name == null
                        ? ""
                        : gettext("%s “%s”")
                                .formatted(shown(String.valueOf(name)), map.get("object"));
        String fields = map.get("fields") instanceof List<?> list ? joined(list) : "";
        return switch (verb) {
            case "added" -> row.isEmpty() ? gettext("Added.") : gettext("Added %s.").formatted(row);
            case "deleted" -> gettext("Deleted %s.").formatted(row);
            default ->
                    row.isEmpty()
                            ? gettext("Changed %s.").formatted(fields)
                            : gettext("Changed %s of %s.").formatted(fields, row);
        };
    }

    private static String joined(List<?> names) {
        return String.join(", ", names.stream().map(each -> shown(String.valueOf(each))).toList());
    }

    /// The name of a model or a field, which the entry has as the sources write it, in the active
    /// language.
    private static String shown(String name) {
        if (name.isEmpty()) {
            return name;
        }
        String found = gettext(name);
        return found.equals(name) && Character.isUpperCase(name.charAt(0))
                ? Words.capFirst(
                        gettext(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)))
                : found;
    }

    /// What fields held before and after, where the entry is one of ours.
    private static List<Change> changes(LogEntry entry) {
        var all = new ArrayList<Change>();
        for (Object part : entry.changes()) {
            if (part instanceof Map<?, ?> map
                    && map.get("changed") instanceof Map<?, ?> changed
                    && changed.get("fields") instanceof List<?> fields
                    && changed.get("from") instanceof List<?> from
                    && changed.get("to") instanceof List<?> to
                    && fields.size() == from.size()
                    && fields.size() == to.size()) {
                for (int i = 0; i < fields.size(); i++) {
                    all.add(
                            new Change(
                                    shown(String.valueOf(fields.get(i))),
                                    String.valueOf(from.get(i)),
                                    String.valueOf(to.get(i))));
                }
            }
        }
        return all;
    }
}
