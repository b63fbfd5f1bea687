package dev.quintet.web.messages;

import dev.quintet.http.Onward;
import dev.quintet.http.Passage;
import dev.quintet.http.Request;
import dev.quintet.http.RequestKey;
import dev.quintet.http.Response;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows a visitor on the next page what happened on this one. Django: `django.contrib.messages`.
///
/// ```java
/// Messages.success(request, "Your order is on its way.");
/// return redirect("shop:orders");
/// ```
///
/// A template says `{% for message in messages %}`; what it shows is forgotten, what no page shows
/// waits. `MESSAGE_STORAGE` says where they wait: in a signed cookie, in the session, or in the
/// cookie as far as they fit and the rest in the session. List it after the sessions.
public final class Messages implements Passage {

    private static final RequestKey<Mailbox> KEY = RequestKey.named("messages");

    private final MessageStorage storage;
    private final int level;

    private Messages(MessageStorage storage, int level) {
        this.storage = storage;
        this.level = level;
    }

    /// {@return what the settings `MESSAGE_STORAGE` and `MESSAGE_LEVEL` say}
    public static Messages of(Context site) {
        Settings settings = site.settings();
        return new Messages(
                MessageStorage.of(settings, site.clock()),
                settings.get(MessageSettings.MESSAGE_LEVEL));
    }

    /// Leaves a message for developers.
    public static void debug(Request request, CharSequence text) {
        add(request, Message.DEBUG, text, null);
    }

    /// Leaves a message that tells something.
    public static void info(Request request, CharSequence text) {
        add(request, Message.INFO, text, null);
    }

    /// Leaves a message that something was done.
    public static void success(Request request, CharSequence text) {
        add(request, Message.SUCCESS, text, null);
    }

    /// Leaves a message that something may go wrong.
    public static void warning(Request request, CharSequence text) {
        add(request, Message.WARNING, text, null);
    }

    /// Leaves a message that something went wrong.
    public static void error(Request request, CharSequence text) {
        add(request, Message.ERROR, text, null);
    }

    /// Leaves a message, unless its level is below `MESSAGE_LEVEL`.
    ///
    /// @param text what it says; a {@link dev.quintet.kernel.text.SafeString} is shown as HTML
    /// @param extraTags words for its looks, or `null` for none
    /// @throws dev.quintet.http.MissingAttributeException when this middleware is not listed
    public static void add(
            Request request, int level, CharSequence text, @Nullable String extraTags) {
        request.attribute(KEY).add(new Message(level, text, extraTags));
    }

    /// {@return the messages for this visitor; whoever walks through them has shown them. Empty
    /// where this middleware is not listed}
    public static List<Message> of(Request request) {
        return request.find(KEY).<List<Message>>map(box -> box).orElse(List.of());
    }

    @Override
    public Onward enter(Request request) {
        return request.with(KEY, new Mailbox(storage, request, level));
    }

    @Override
    public Response leave(Request request, Response response) throws Exception {
        return request.attribute(KEY).close(response);
    }
}
