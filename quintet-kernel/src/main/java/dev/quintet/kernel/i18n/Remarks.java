package dev.quintet.kernel.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What stands around an entry of a catalogue, for those who translate it.
///
/// @param comments from the source, a line each
/// @param notes of the translators themselves, a line each
/// @param places where the text stands in the sources, `file:line`
/// @param flags of gettext's tools other than `fuzzy`, such as `python-format`
/// @param previous the text that a fuzzy translation was made for, or `null`
public record Remarks(
        List<String> comments,
        List<String> notes,
        List<String> places,
        List<String> flags,
        @Nullable String previous) {

    /// Nothing.
    public static final Remarks NONE =
            new Remarks(List.of(), List.of(), List.of(), List.of(), null);

    /// Keeps copies of the lists.
    public Remarks {
        comments = List.copyOf(comments);
        notes = List.copyOf(notes);
        places = List.copyOf(places);
        flags = List.copyOf(flags);
    }

    Remarks withComments(List<String> comments) {
        return new Remarks(comments, notes, places, flags, previous);
    }

    Remarks withPlaces(List<String> places) {
        return new Remarks(comments, notes, places, flags, previous);
    }

    Remarks withPrevious(@Nullable String previous) {
        return new Remarks(comments, notes, places, flags, previous);
    }

    /// The remarks of the same text at two places.
    Remarks and(Remarks other) {
        var allPlaces = new TreeSet<>(places);
        allPlaces.addAll(other.places);
        var allComments = new ArrayList<>(comments);
        other.comments.stream().filter(c -> !allComments.contains(c)).forEach(allComments::add);
        return new Remarks(allComments, notes, List.copyOf(allPlaces), flags, previous);
    }

    /// These remarks of the source, with those that translators made on an older entry.
    Remarks keeping(Remarks older) {
        return new Remarks(comments, older.notes, places, older.flags, older.previous);
    }
}
