package dev.quintet.kernel.i18n;

import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsProvider;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /// How long that cookie lives.
    public static final Setting<Integer> LANGUAGE_COOKIE_AGE =
            Setting.of(
                    "LANGUAGE_COOKIE_AGE",
                    Integer.class,
                    LanguageSettings::seconds,
                    0,
                    "Seconds that the language cookie lives; 0 until the browser closes.");

    /// The domain that cookie is sent to.
    public static final Setting<String> LANGUAGE_COOKIE_DOMAIN =
            Setting.of(
                    "LANGUAGE_COOKIE_DOMAIN",
                    String.class,
                    text -> text,
                    "",
                    "Domain of the language cookie, with all below it; none means this host.");

    /// The path that cookie is sent to.
    public static final Setting<String> LANGUAGE_COOKIE_PATH =
            Setting.of(
                    "LANGUAGE_COOKIE_PATH",
                    String.class,
                    text -> text,
                    "/",
                    "Path of the language cookie, with all below it.");

    /// For {@link java.util.ServiceLoader}.
    public LanguageSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                LANGUAGES,
                LOCALE_PATHS,
                LANGUAGE_COOKIE_NAME,
                LANGUAGE_COOKIE_AGE,
                LANGUAGE_COOKIE_DOMAIN,
                LANGUAGE_COOKIE_PATH);
    }

    /// {@return who chooses among the languages of a site}
    public static LanguageChoice choice(Settings settings) {
        Language own = Language.of(settings.get(KernelSettings.LANGUAGE_CODE));
        List<String> codes = settings.get(LANGUAGES);
        return new LanguageChoice(
                codes.isEmpty() ? List.of(own) : codes.stream().map(Language::of).toList(), own);
    }

    /// {@return the translations of a site: those in `LOCALE_PATHS`, over those in `locale/` beside
    /// each of these classes, the first of which wins}
    ///
    /// @param homes the site's own class and its apps', in their order
    /// @throws CatalogueException when one of them cannot be read
    public static Translations translations(Settings settings, List<? extends Class<?>> homes) {
        return all(Translations.from(paths(settings)), homes, Translations::beside);
    }

    /// {@return the translations of a site, over those in `locale/` beside each of the libraries:
    /// of these only the languages that the site speaks are read}
    ///
    /// @param homes the site's own class and its apps', in their order; those that come from the
    ///   place of a library are passed over
    /// @param libraries a class of each
    /// @throws CatalogueException when one of them cannot be read
    public static Translations translations(
            Settings settings, List<? extends Class<?>> homes, List<? extends Class<?>> libraries) {
        var places = new HashSet<@Nullable Path>();
        libraries.forEach(library -> places.add(LocaleFolder.place(library)));
        List<? extends Class<?>> others =
                homes.stream().filter(home -> !places.contains(LocaleFolder.place(home))).toList();
        List<Language> spoken = choice(settings).supported();
        return translations(settings, others)
                .over(
                        all(
                                Translations.none(),
                                libraries,
                                library -> Translations.beside(library, spoken)));
    }

    /// {@return what the scripts of a site say, from the same places}
    ///
    /// @param homes the site's own class and its apps', in their order
    /// @throws CatalogueException when one of them cannot be read
    public static Translations scripts(Settings settings, List<? extends Class<?>> homes) {
        return all(Translations.scriptsFrom(paths(settings)), homes, Translations::scriptsBeside);
    }

    private static Translations all(
            Translations own,
            List<? extends Class<?>> homes,
            Function<Class<?>, Translations> beside) {
        var places = new HashSet<@Nullable Path>();
        Translations all = own;
        for (Class<?> home : homes) {
            // Apps of one jar have one folder.
            if (places.add(LocaleFolder.place(home))) {
                all = all.over(beside.apply(home));
            }
        }
        return all;
    }

    private static List<Path> paths(Settings settings) {
        return settings.get(LOCALE_PATHS).stream().map(Path::of).toList();
    }

    private static Integer seconds(String text) {
        try {
            int seconds = Integer.parseInt(text.strip());
            if (seconds >= 0) {
                return seconds;
            }
        } catch (NumberFormatException nonsense) {
            throw new IllegalArgumentException("a number of seconds was expected", nonsense);
        }
        throw new IllegalArgumentException("a number of seconds from 0 on was expected");
    }
}
