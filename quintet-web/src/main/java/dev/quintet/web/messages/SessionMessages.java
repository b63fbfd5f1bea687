package dev.quintet.web.messages;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Session;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.util.ArrayList;
import java.util.List;

/// Messages in the session, under Django's name.
final class SessionMessages implements MessageStorage {

    private static final String NAME = "_messages";

    @Override
    public List<Message> read(Request request) {
        Session session = request.session();
        if (session.key() == null && session.isEmpty()) {
            return List.of();
        }
        if (!(session.get(NAME) instanceof String kept)) {
            return List.of();
        }
        var found = new ArrayList<Message>();
        try {
            if (Json.parse(kept) instanceof List<?> list) {
                for (Object each : list) {
                    Message message = MessageCodec.decode(each);
                    if (message != null) {
                        found.add(message);
                    }
                }
            }
        } catch (JsonException notOurs) {
            return List.of();
        }
        return found;
    }

    @Override
    public Response keep(Request request, Response response, List<Message> messages) {
        if (messages.isEmpty()) {
            request.session().remove(NAME);
        } else {
            request.session()
                    .put(NAME, Json.ascii(messages.stream().map(MessageCodec::encode).toList()));
        }
        return response;
    }
}
