package dev.quintet.kernel.check;

import dev.quintet.kernel.error.Place;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One finding of a check. Django: `CheckMessage`.
///
/// @param level how bad it is
/// @param id stable, such as `orm.E004`; silenced by the setting `SILENCED_CHECKS`
/// @param message what is wrong, in one sentence
/// @param hint what to do about it, or `null`
/// @param subject what it is about, such as `catalog.Album.title`, or `null` for the site as a
///   whole
/// @param place the user's line, or `null` when it is not known
public record CheckMessage(
        Level level,
        String id,
        String message,
        @Nullable String hint,
        @Nullable String subject,
        @Nullable Place place) {

    /// How bad a finding is, from harmless to fatal. Those from `ERROR` on stop a start.
    public enum Level {
        /// Worth knowing while debugging.
        DEBUG,
        /// Worth knowing.
        INFO,
        /// Works, but not as one would wish.
        WARNING,
        /// Does not work.
        ERROR,
        /// Nothing works.
        CRITICAL
    }

    /// Refuses a message without level, id or words.
    public CheckMessage {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(message, "message");
    }

    /// {@return an error about `subject`}
    public static CheckMessage error(String id, String message, @Nullable String subject) {
        return new CheckMessage(Level.ERROR, id, message, null, subject, null);
    }

    /// {@return a warning about `subject`}
    public static CheckMessage warning(String id, String message, @Nullable String subject) {
        return new CheckMessage(Level.WARNING, id, message, null, subject, null);
    }

    /// {@return this message with a hint}
    public CheckMessage hint(String hint) {
        return new CheckMessage(level, id, message, hint, subject, place);
    }

    /// {@return this message with the user's line}
    public CheckMessage at(Place place) {
        return new CheckMessage(level, id, message, hint, subject, place);
    }
}
