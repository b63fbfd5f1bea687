package dev.quintet.kernel.i18n;

import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsProvider;
import java.nio.file.Path;
import java.util.List;

/// The settings about languages.
public final class LanguageSettings implements SettingsProvider {

    /// The languages that a site speaks.
    public static final Setting<List<String>> LANGUAGES =
            Setting.words(
                    "LANGUAGES",
                    List.of(),
                    "Languages of the site, such as en,de,pt-br; none means LANGUAGE_CODE alone.");

    /// Where the site's catalogues are.
    public static final Setting<List<String>> LOCALE_PATHS =
            Setting.words(
                    "LOCALE_PATHS",
                    List.of("locale"),
                    "Folders of catalogues (de/LC_MESSAGES/messages.po); the first wins.");

    /// The cookie that remembers a visitor's language.
    public static final Setting<String> LANGUAGE_COOKIE_NAME =
            Setting.of(
                    "LANGUAGE_COOKIE_NAME",
                    String.class,
                    text -> text,
                    "django_language",
                    "Name of the cookie that remembers a visitor's language.");

    /// For {@link java.util.ServiceLoader}.
    public LanguageSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(LANGUAGES, LOCALE_PATHS, LANGUAGE_COOKIE_NAME);
    }

    /// {@return who chooses among the languages of a site}
    public static LanguageChoice choice(Settings settings) {
        Language own = Language.of(settings.get(KernelSettings.LANGUAGE_CODE));
        List<String> codes = settings.get(LANGUAGES);
        return new LanguageChoice(
                codes.isEmpty() ? List.of(own) : codes.stream().map(Language::of).toList(), own);
    }

    /// {@return the translations in the folders of a site}
    ///
    /// @throws CatalogueException when one of them cannot be read
    public static Translations translations(Settings settings) {
        return Translations.from(settings.get(LOCALE_PATHS).stream().map(Path::of).toList());
    }
}
