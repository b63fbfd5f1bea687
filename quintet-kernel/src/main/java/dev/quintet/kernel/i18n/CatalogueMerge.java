package dev.quintet.kernel.i18n;

import dev.quintet.kernel.error.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The texts that the sources have now, with the translations that a catalogue has of them.
///
/// A text that comes back gets its translation back; one that changed a little keeps its
/// translation, marked as fuzzy; translations of texts that are gone are kept aside.
final class CatalogueMerge {

    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Message> gone = new LinkedHashMap<>();

    CatalogueMerge(Catalogue before, Map<String, Message> found) {
        var old = new LinkedHashMap<String, Message>();
        before.messages().forEach(message -> old.put(message.key(), message));
        for (Message message : old.values()) {
            boolean empty = message.translations().stream().allMatch(String::isEmpty);
            if (!found.containsKey(message.key()) && !empty) {
                gone.put(message.key(), message);
            }
        }
        var changed = new LinkedHashMap<>(gone);
        changed.values().removeIf(message -> !message.translated());
        for (Message message : before.obsolete()) {
            old.putIfAbsent(message.key(), message);
            if (!found.containsKey(message.key())) {
                gone.putIfAbsent(message.key(), message);
            }
        }
        for (Message message : found.values()) {
            Message same = old.get(message.key());
            messages.add(same != null ? message.translatedAs(same) : guessed(message, changed));
        }
    }

    private Message guessed(Message message, Map<String, Message> changed) {
        String near = changed.isEmpty() ? null : Nearest.to(message.key(), changed.keySet());
        Message similar = near == null ? null : changed.get(near);
        if (similar == null) {
            return message;
        }
        gone.remove(similar.key());
        return message.guessedFrom(similar);
    }

    /// What the catalogue shall say.
    List<Message> messages() {
        return messages;
    }

    /// Translations of texts that are gone.
    List<Message> obsolete() {
        return List.copyOf(gone.values());
    }
}
