package dev.quintet.web.messages;

import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import org.jspecify.annotations.Nullable;

/// One message to a visitor. Django: `Message`.
///
/// In a template: `{{ message }}` is its text, `{{ message.tags }}` the words for its looks.
///
/// @param level how much it matters: {@link #DEBUG} to {@link #ERROR}, or a number of one's own
/// @param text what it says; escaped in templates unless it is a {@link SafeString}
/// @param extraTags words for its looks, besides that of its level; `null` for none
public record Message(int level, CharSequence text, @Nullable String extraTags)
        implements HtmlValue {

    /// For developers.
    public static final int DEBUG = 10;

    /// Tells something.
    public static final int INFO = 20;

    /// Something was done.
    public static final int SUCCESS = 25;

    /// Something may go wrong.
    public static final int WARNING = 30;

    /// Something went wrong.
    public static final int ERROR = 40;

    /// {@return the word for its level: `success`; empty for a number of one's own}
    public String levelTag() {
        return switch (level) {
            case DEBUG -> "debug";
            case INFO -> "info";
            case SUCCESS -> "success";
            case WARNING -> "warning";
            case ERROR -> "error";
            default -> "";
        };
    }

    /// {@return the words for its looks: its extra ones, then that of its level}
    public String tags() {
        String extra = extraTags == null ? "" : extraTags;
        String level = levelTag();
        return extra.isEmpty() || level.isEmpty() ? extra + level : extra + " " + level;
    }

    @Override
    public SafeString toHtml() {
        return text instanceof SafeString safe
                ? safe
                : new SafeString(Escape.html(text.toString()));
    }

    /// {@return its text}
    @Override
    public String toString() {
        return text.toString();
    }
}
