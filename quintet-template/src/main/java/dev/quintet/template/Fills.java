package dev.quintet.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a component's slots are filled with, and where that came from: it is rendered there, with
/// the variables of who wrote it.
///
/// @param caller the frame of the page that uses the component
/// @param bodies by the names of the slots
record Fills(Frame caller, Map<String, Fill> bodies) {

    /// The filling of a slot.
    ///
    /// @param body what it is
    /// @param as the name under which it sees what the slot gives, or `null`
    record Fill(Node body, @Nullable String as) {}
}
