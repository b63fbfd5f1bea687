package dev.quintet.web.messages;

import dev.quintet.kernel.text.SafeString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages as the JSON that Django keeps of them: `["__json_message", safe, level, text, tags]`.
final class MessageCodec {

    private static final String MARK = "__json_message";

    private MessageCodec() {}

    static List<@Nullable Object> encode(Message message) {
        var parts = new ArrayList<@Nullable Object>();
        parts.add(MARK);
        parts.add(message.text() instanceof SafeString ? 1 : 0);
        parts.add(message.level());
        parts.add(message.text().toString());
        if (message.extraTags() != null) {
            parts.add(message.extraTags());
        }
        return parts;
    }

    /// {@return the message, or `null` where this is none}
    static @Nullable Message decode(@Nullable Object kept) {
        if (!(kept instanceof List<?> parts)
                || parts.size() < 4
                || !MARK.equals(parts.get(0))
                || !(parts.get(2) instanceof Number level)
                || !(parts.get(3) instanceof String text)) {
            return null;
        }
        boolean safe = parts.get(1) instanceof Number mark && mark.intValue() != 0;
        Object tags = parts.size() > 4 ? parts.get(4) : null;
        return new Message(
                level.intValue(),
                safe ? new SafeString(text) : text,
                tags instanceof String words ? words : null);
    }
}
