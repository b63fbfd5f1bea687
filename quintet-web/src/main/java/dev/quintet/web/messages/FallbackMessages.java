package dev.quintet.web.messages;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.util.ArrayList;
import java.util.List;

/// Messages in a cookie as far as they fit, and the rest in the session: so that most visitors need
/// no session for them.
final class FallbackMessages implements MessageStorage {

    private final CookieMessages cookie;
    private final SessionMessages session = new SessionMessages();

    FallbackMessages(CookieMessages cookie) {
        this.cookie = cookie;
    }

    @Override
    public List<Message> read(Request request) {
        boolean[] more = new boolean[1];
        var all = new ArrayList<>(cookie.read(request, more));
        if (more[0]) {
            all.addAll(session.read(request));
        }
        return all;
    }

    @Override
    public Response keep(Request request, Response response, List<Message> messages) {
        boolean[] more = new boolean[1];
        cookie.read(request, more);
        var left = new ArrayList<Message>();
        Response kept = cookie.keep(request, response, messages, left, true);
        if (!left.isEmpty() || more[0]) {
            session.keep(request, kept, left);
        }
        return kept;
    }
}
