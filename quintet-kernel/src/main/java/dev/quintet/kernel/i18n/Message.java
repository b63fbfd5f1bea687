package dev.quintet.kernel.i18n;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of a catalogue: a text of the site, and what translators made of it.
///
/// @param context what tells equal texts apart, or `null`
/// @param id the text in the site's own language
/// @param plural the text for many, or `null` when it has no plural
/// @param translations one for each plural form; empty strings where there is none yet
/// @param fuzzy whether a translator must look at it before it is used
/// @param remarks for the translator
public record Message(
        @Nullable String context,
        String id,
        @Nullable String plural,
        List<String> translations,
        boolean fuzzy,
        Remarks remarks) {

    /// Keeps a copy of the translations.
    public Message {
        translations = List.copyOf(translations);
    }

    /// {@return a text found in a source, not translated yet}
    public static Message found(
            @Nullable String context, String id, @Nullable String plural, String place) {
        boolean places = id.contains("%(") || (plural != null && plural.contains("%("));
        List<String> flags = places ? List.of("python-format") : List.of();
        var remarks = new Remarks(List.of(), List.of(), List.of(place), flags, null);
        return new Message(context, id, plural, List.of(), false, remarks);
    }

    /// {@return where it stands in the sources, `file:line`}
    public List<String> places() {
        return remarks.places();
    }

    /// {@return whether every form has a translation that may be used}
    public boolean translated() {
        return !fuzzy
                && !translations.isEmpty()
                && translations.stream().noneMatch(String::isEmpty);
    }

    /// {@return this with other remarks}
    public Message with(Remarks other) {
        return new Message(context, id, plural, translations, fuzzy, other);
    }

    /// {@return this with comments for the translator}
    public Message withComments(List<String> comments) {
        return with(remarks.withComments(comments));
    }

    /// {@return this text, found with one for many}
    Message orMany(String many) {
        return new Message(context, id, many, translations, fuzzy, remarks);
    }

    /// {@return this, its translation taken for good}
    Message trusted() {
        return new Message(context, id, plural, translations, false, remarks);
    }

    /// {@return this, found in the places of `other` as well}
    Message and(Message other) {
        return new Message(
                context,
                id,
                plural == null ? other.plural : plural,
                translations,
                fuzzy,
                remarks.and(other.remarks));
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
                remarks.keeping(older.remarks));
    }

    /// {@return this text with the translations of one that is much like it, for a translator to
    /// check}
    Message guessedFrom(Message similar) {
        return new Message(
                context,
                id,
                plural,
                similar.translations,
                true,
                remarks.keeping(similar.remarks).withPrevious(similar.id));
    }

    /// The key that gettext files it under.
    String key() {
        return key(context, id);
    }

    static String key(@Nullable String context, String id) {
        return context == null ? id : context + '\u0004' + id;
    }
}
