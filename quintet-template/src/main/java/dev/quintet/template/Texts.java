package dev.quintet.template;

import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import org.jspecify.annotations.Nullable;

/// Values as text, safe or not.
final class Texts {

    private Texts() {}

    /// {@return what a page would show of `value`, as safe text}
    static SafeString rendered(Frame frame, @Nullable Object value) {
        Output page = frame.out;
        Output part = page.part();
        frame.out = part;
        try {
            VariableNode.write(frame, value);
        } finally {
            frame.out = page;
        }
        return new SafeString(part.toString());
    }

    /// {@return `value` as a filter of texts takes it, not escaped}
    static String plain(Frame frame, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        return switch (value) {
            case SafeString safe -> safe.text();
            case HtmlValue html -> html.toHtml().text();
            case null, default -> frame.engine.show().text(value);
        };
    }

    /// {@return whether `value` is HTML already}
    static boolean isSafe(@Nullable Object value) {
        return value instanceof SafeString || value instanceof HtmlValue;
    }

    /// {@return `value` as HTML: escaped unless it is safe}
    static String html(Frame frame, @Nullable Object value) {
        String text = plain(frame, value);
        return isSafe(value) ? text : Escape.html(text);
    }
}
