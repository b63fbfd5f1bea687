package dev.quintet.kernel.i18n;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.settings.KernelSettings;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A language of pages, under the code that Django gives it: `de`, `pt-br`, `zh-hans`.
///
/// Immutable. The active one is part of the {@link Context}: a middleware binds it for a request,
/// you bind another for a piece of code.
///
/// @param code as people write it; compared without regard to case
public record Language(String code) {

    /// Where the active language is held.
    public static final ContextKey<Language> KEY = ContextKey.named("language");

    /// English, which messages of the framework are written in.
    public static final Language ENGLISH = new Language("en");

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "dv", "fa", "he", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi");

    /// Refuses null.
    public Language {
        Objects.requireNonNull(code, "code");
    }

    /// {@return the language of a code}
    public static Language of(String code) {
        return code.equals("en") ? ENGLISH : new Language(code);
    }

    /// {@return the language of the running code: that of its context, else the setting
    /// `LANGUAGE_CODE`, else English}
    public static Language active() {
        Context context = Context.find();
        return context == null ? ENGLISH : in(context);
    }

    /// {@return the language of a context}
    public static Language in(Context context) {
        return context.getOr(
                KEY,
                () ->
                        context.find(Context.SETTINGS)
                                .map(settings -> of(settings.get(KernelSettings.LANGUAGE_CODE)))
                                .orElse(ENGLISH));
    }

    /// {@return `context` with this language active in it}
    public Context activateIn(Context context) {
        return context.with(KEY, this);
    }

    /// {@return Java's locale}
    public Locale locale() {
        return Locale.forLanguageTag(code.replace('_', '-').replace('@', '-'));
    }

    /// {@return the name of this language's folder of catalogues: `de`, `pt_BR`, `zh_Hans`}
    ///
    /// Django: `to_locale`.
    public String localeName() {
        int dash = code.indexOf('-');
        if (dash < 0) {
            return code;
        }
        String language = code.substring(0, dash).toLowerCase(Locale.ROOT);
        String rest = code.substring(dash + 1);
        int second = rest.indexOf('-');
        String country = second < 0 ? rest : rest.substring(0, second);
        String tail = second < 0 ? "" : rest.substring(second).toLowerCase(Locale.ROOT);
        String lower = country.toLowerCase(Locale.ROOT);
        String cased =
                country.length() > 2
                        ? lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1)
                        : country.toUpperCase(Locale.ROOT);
        return language + "_" + cased + tail;
    }

    /// {@return the language of a folder of catalogues: `pt_BR` is `pt-br`}
    public static Language ofLocaleName(String name) {
        int underscore = name.indexOf('_');
        return of(
                underscore < 0
                        ? name.toLowerCase(Locale.ROOT)
                        : name.substring(0, underscore).toLowerCase(Locale.ROOT)
                                + "-"
                                + name.substring(underscore + 1).toLowerCase(Locale.ROOT));
    }

    /// {@return the language less its country: `pt` of `pt-br`}
    public Language generic() {
        int dash = code.indexOf('-');
        return dash < 0 ? this : of(code.substring(0, dash));
    }

    /// {@return whether it is some English}
    public boolean english() {
        return code.equals("en") || code.startsWith("en-");
    }

    /// {@return whether it is written from right to left}
    public boolean rightToLeft() {
        return RIGHT_TO_LEFT.contains(generic().code().toLowerCase(Locale.ROOT));
    }

    /// {@return its name in English}
    public String name() {
        return locale().getDisplayName(Locale.ENGLISH);
    }

    /// {@return its name in itself}
    public String nameLocal() {
        return locale().getDisplayName(locale());
    }

    /// {@return its name in the active language}
    public String nameTranslated() {
        return locale().getDisplayName(active().locale());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Language that && that.code.equalsIgnoreCase(code);
    }

    @Override
    public int hashCode() {
        return code.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
