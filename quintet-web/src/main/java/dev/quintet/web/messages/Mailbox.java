package dev.quintet.web.messages;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The messages of one request: those that waited, read when they are asked for, and those that
/// were added. Belongs to the thread of its request.
final class Mailbox extends AbstractList<Message> {

    private final MessageStorage storage;
    private final Request request;
    private final int level;
    private final List<Message> added = new ArrayList<>();
    private @Nullable List<Message> waiting;
    private boolean shown;

    Mailbox(MessageStorage storage, Request request, int level) {
        this.storage = storage;
        this.request = request;
        this.level = level;
    }

    @Override
    public boolean add(Message message) {
        if (message.level() < level || message.text().isEmpty()) {
            return false;
        }
        return added.add(message);
    }

    @Override
    public Message get(int index) {
        shown = true;
        int before = waiting().size();
        return index < before ? waiting().get(index) : added.get(index - before);
    }

    @Override
    public int size() {
        return waiting().size() + added.size();
    }

    @Override
    public Iterator<Message> iterator() {
        shown = true;
        return super.iterator();
    }

    /// {@return the answer, with what is to wait for the next page}
    Response close(Response response) {
        if (shown) {
            // What was added after the last look was not seen: but nobody can tell which.
            return waiting().isEmpty() && added.isEmpty()
                    ? response
                    : storage.keep(request, response, List.of());
        }
        if (added.isEmpty()) {
            return response;
        }
        var all = new ArrayList<>(waiting());
        all.addAll(added);
        return storage.keep(request, response, all);
    }

    private List<Message> waiting() {
        List<Message> known = waiting;
        if (known == null) {
            waiting = known = storage.read(request);
        }
        return known;
    }
}
