package dev.quintet.web.messages;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.util.List;

/// Where messages wait for the next page.
interface MessageStorage {

    /// {@return what waits for the visitor}
    List<Message> read(Request request);

    /// {@return the answer, with these and no others waiting from now on}
    Response keep(Request request, Response response, List<Message> messages);

    static MessageStorage of(Settings settings, Clock clock) {
        return switch (settings.get(MessageSettings.MESSAGE_STORAGE)) {
            case "cookie" -> new CookieMessages(settings, clock);
            case "session" -> new SessionMessages();
            default -> new FallbackMessages(new CookieMessages(settings, clock));
        };
    }
}
