package dev.quintet.kernel.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An entry of a catalogue: a text of the site, and what translators made of it.
///
/// @param context what tells equal texts apart, or `null`
/// @param id the text in the site's own language
/// @param plural the text for many, or `null` when it has no plural
/// @param translations one for each plural form; empty strings where there is none yet
/// @param fuzzy whether a translator must look at it before it is used
/// @param comments for the translator, a line each
/// @param places where it stands in the sources, `file:line`
public record Message(
        @Nullable String context,
        String id,
        @Nullable String plural,
        List<String> translations,
        boolean fuzzy,
        List<String> comments,
        List<String> places) {

    /// Keeps copies of the lists.
    public Message {
        translations = List.copyOf(translations);
        comments = List.copyOf(comments);
        places = List.copyOf(places);
    }

    /// {@return a text found in a source, not translated yet}
    public static Message found(
            @Nullable String context, String id, @Nullable String plural, String place) {
        return new Message(context, id, plural, List.of(), false, List.of(), List.of(place));
    }

    /// {@return whether every form has a translation that may be used}
    public boolean translated() {
        return !fuzzy
                && !translations.isEmpty()
                && translations.stream().noneMatch(String::isEmpty);
    }

    /// {@return this with a comment for the translator}
    public Message withComments(List<String> more) {
        return new Message(context, id, plural, translations, fuzzy, more, places);
    }

    /// {@return this, found in the places of `other` as well}
    Message and(Message other) {
        var allPlaces = new ArrayList<>(places);
        other.places.stream().filter(place -> !allPlaces.contains(place)).forEach(allPlaces::add);
        var allComments = new ArrayList<>(comments);
        other.comments.stream().filter(c -> !allComments.contains(c)).forEach(allComments::add);
        return new Message(
                context,
                id,
                plural == null ? other.plural : plural,
                translations,
                fuzzy,
                allComments,
                new TreeSet<>(allPlaces).stream().toList());
    }

    /// {@return this text with the translations of an older entry}
    Message translatedAs(Message older) {
        boolean samePlural = (plural == null) == (older.plural == null);
        return new Message(
                context,
                id,
                plural,
                older.translations,
                older.fuzzy || !samePlural,
                comments,
                places);
    }

    /// {@return this text with the translations of one that is much like it, for a translator to
    /// check}
    Message guessedFrom(Message similar) {
        return new Message(context, id, plural, similar.translations, true, comments, places);
    }

    /// The key that gettext files it under.
    String key() {
        return key(context, id);
    }

    static String key(@Nullable String context, String id) {
        return context == null ? id : context + '\u0004' + id;
    }
}
