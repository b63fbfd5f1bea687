package dev.quintet.kernel.i18n;

import java.util.function.Supplier;

/// Translates into the active language. Import its methods statically: `makemessages` finds their
/// calls by name.
///
/// A text without a translation is returned as it is. The result may be a format: pass it on to
/// {@link Placeholders#fill} or `String.format`.
public final class Gettext {

    private Gettext() {}

    /// {@return `text` in the active language}
    public static String gettext(String text) {
        String found = Translations.current().find(Language.active(), null, text);
        return found == null ? text : found;
    }

    /// {@return `text` in the active language, as it is said in `context`: "May" as a month}
    public static String pgettext(String context, String text) {
        String found = Translations.current().find(Language.active(), context, text);
        return found == null ? text : found;
    }

    /// {@return the text for `number` things in the active language}
    public static String ngettext(String singular, String plural, long number) {
        String found = Translations.current().find(Language.active(), null, singular, number);
        return found != null ? found : number == 1 ? singular : plural;
    }

    /// {@return the text for `number` things in the active language, as it is said in `context`}
    public static String npgettext(String context, String singular, String plural, long number) {
        String found = Translations.current().find(Language.active(), context, singular, number);
        return found != null ? found : number == 1 ? singular : plural;
    }

    /// {@return a text that is translated each time it is read, into the language active then}
    ///
    /// For constants, labels and messages, which are made before any visitor comes.
    public static LazyString gettextLazy(String text) {
        return new LazyString(() -> gettext(text));
    }

    /// {@return as {@link #gettextLazy}, in a context}
    public static LazyString pgettextLazy(String context, String text) {
        return new LazyString(() -> pgettext(context, text));
    }

    /// {@return as {@link #gettextLazy}, for a number}
    public static LazyString ngettextLazy(String singular, String plural, long number) {
        return new LazyString(() -> ngettext(singular, plural, number));
    }

    /// {@return a text that is made each time it is read}
    public static LazyString lazy(Supplier<String> text) {
        return new LazyString(text);
    }

    /// Marks a text for `makemessages` and returns it unchanged: it is translated elsewhere.
    public static String gettextNoop(String text) {
        return text;
    }

    /// Marks a text for a number as {@link #gettextNoop} does, and returns the one for one thing.
    public static String ngettextNoop(String singular, String plural) {
        return singular;
    }

    /// As {@link #ngettextNoop}, in a context.
    public static String npgettextNoop(String context, String singular, String plural) {
        return singular;
    }
}
