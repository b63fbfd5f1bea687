package dev.quintet.auth.adminlog;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.contenttypes.ContentType;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.json.Json;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// That somebody added, changed or deleted an object in the admin. Django: `LogEntry`, so that
/// either of the two shows what was done in the other.
@Meta(
        app = "admin",
        table = "django_admin_log",
        catalog = "LogEntries",
        verboseName = "log entry",
        verboseNamePlural = "log entries",
        ordering = "-actionTime")
public class LogEntry extends Entity {

    /// Something was added.
    public static final short ADDITION = 1;

    /// Something was changed.
    public static final short CHANGE = 2;

    /// Something was deleted.
    public static final short DELETION = 3;

    private static final int MOST = 200;

    /// The key.
    @Id(generated = true)
    public int id;

    /// When.
    @Field(verboseName = "action time", editable = false)
    public Instant actionTime = Instant.EPOCH;

    /// The key of the user who did it, of whichever model that is; see {@link #user}.
    @Field(verboseName = "user", index = true)
    public long userId;

    /// The object's model; nothing once that is gone.
    @Field(blank = true, verboseName = "content type")
    public final ForeignKey<@Nullable ContentType> contentType = foreignKey(SET_NULL);

    /// The object's key, as text.
    @Field(blank = true, verboseName = "object id")
    public @Nullable String objectId;

    /// The object as people read it, at most 200 characters.
    @Field(maxLength = 200, verboseName = "object repr")
    public String objectRepr = "";

    /// {@link #ADDITION}, {@link #CHANGE} or {@link #DELETION}.
    @Field(positive = true, verboseName = "action flag")
    public short actionFlag;

    /// What was changed, in Django's JSON; older entries have plain text.
    @Field(blank = true, verboseName = "change message")
    public String changeMessage = "";

    /// An empty one, for the ORM; write entries by {@link #write}.
    public LogEntry() {}

    /// {@return a new entry about an object, saved. Django: `log_action`}
    ///
    /// @param flag {@link #ADDITION}, {@link #CHANGE} or {@link #DELETION}
    /// @param message such as `List.of(Map.of("changed", Map.of("fields", List.of("Name"))))`
    public static LogEntry write(
            AbstractBaseUser user, Entity object, short flag, List<Map<String, ?>> message) {
        LogEntry entry = about(user, object, flag, message);
        entry.save();
        return entry;
    }

    /// {@return a new entry about an object, not saved: for those who save many at once}
    ///
    /// @param flag {@link #ADDITION}, {@link #CHANGE} or {@link #DELETION}
    /// @param message as {@link #write} takes it
    public static LogEntry about(
            AbstractBaseUser user, Entity object, short flag, List<Map<String, ?>> message) {
        var entry = new LogEntry();
        entry.actionTime = Context.current().clock().instant();
        entry.userId = Long.parseLong(user.key());
        entry.contentType.set(ContentType.of(object));
        entry.objectId = RowKey.text(object);
        String text = object.toString();
        entry.objectRepr =
                text.codePointCount(0, text.length()) <= MOST
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, MOST));
        entry.actionFlag = flag;
        entry.changeMessage = message.isEmpty() ? "" : Json.ascii(message);
        return entry;
    }

    /// {@return what was done with an object, the newest first}
    public static QuerySet<LogEntry> of(Entity object) {
        return LogEntries.filter(
                LogEntries.contentType.eq(ContentType.of(object)),
                LogEntries.objectId.eq(RowKey.text(object)));
    }

    /// {@return what a user did, the newest first}
    public static QuerySet<LogEntry> by(AbstractBaseUser user) {
        return LogEntries.filter(LogEntries.userId.eq(Long.parseLong(user.key())));
    }

    /// {@return who did it, or `null` when there is no such user any more}
    public @Nullable AbstractBaseUser user() {
        return Accounts.current().byKey(String.valueOf(userId));
    }

    /// {@return what was changed, as Django's JSON says it; empty for none, and for plain text}
    public List<?> changes() {
        return changeMessage.startsWith("[") && Json.parse(changeMessage) instanceof List<?> list
                ? list
                : List.of();
    }

    @Override
    public String toString() {
        return objectRepr;
    }
}
