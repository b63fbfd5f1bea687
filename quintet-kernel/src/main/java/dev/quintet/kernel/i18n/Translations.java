package dev.quintet.kernel.i18n;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The catalogues of a site, by language.
///
/// Immutable, safe for many threads. A text that a language lacks is looked for in its more general
/// one (`pt` for `pt-br`), and is otherwise shown as it stands in the source.
public final class Translations {

    /// Where a site holds its translations.
    public static final ContextKey<Translations> KEY = ContextKey.named("translations");

    /// Where a site holds what its scripts say, for {@link ScriptCatalogue}.
    public static final ContextKey<Translations> SCRIPTS = ContextKey.named("script translations");

    private static final Translations NONE = new Translations(Map.of());

    private final Map<String, Catalogue> byLanguage;

    private Translations(Map<String, Catalogue> byLanguage) {
        this.byLanguage = Map.copyOf(byLanguage);
    }

    /// {@return translations into no language}
    public static Translations none() {
        return NONE;
    }

    /// {@return the translations of the running code's site}
    public static Translations current() {
        Context context = Context.find();
        return context == null ? NONE : context.getOr(KEY, () -> NONE);
    }

    /// {@return the catalogues in `FOLDER/de/LC_MESSAGES/*.po` and `*.mo`; the first folder wins}
    ///
    /// A `.mo` file stands in for the `.po` file of its name. Files whose names end in `js`, such
    /// as `djangojs.po`, are for {@link #scriptsFrom}. Point at Django's own folders to speak as it
    /// does.
    ///
    /// @throws CatalogueException when a file cannot be read
    public static Translations from(List<Path> folders) {
        return load(folders, false, _ -> true);
    }

    /// {@return the catalogues for browsers: as {@link #from}, from the files whose names end in
    /// `js`}
    public static Translations scriptsFrom(List<Path> folders) {
        return load(folders, true, _ -> true);
    }

    /// {@return the catalogues in `locale/` and `META-INF/locale/` beside the root of a class: in its
    /// folder of classes, or in its jar; none where there is no such folder}
    ///
    /// The second is for libraries that are Java modules: no two modules may have a folder
    /// `locale/de/LC_MESSAGES`, since its name could be a package's.
    ///
    /// @throws CatalogueException when a file cannot be read
    public static Translations beside(Class<?> type) {
        return LocaleFolder.beside(type, Translations::from);
    }

    /// {@return as {@link #beside(Class)}, only those of some languages and of their more general
    /// ones: what a site does not speak is not read}
    ///
    /// @throws CatalogueException when a file cannot be read
    public static Translations beside(Class<?> type, Collection<Language> languages) {
        return LocaleFolder.beside(type, folders -> load(folders, false, named(languages)));
    }

    private static Predicate<String> named(Collection<Language> languages) {
        var codes = new HashSet<String>();
        for (Language language : languages) {
            codes.add(key(language));
            codes.add(key(language.generic()));
        }
        return codes::contains;
    }

    /// {@return the catalogues for browsers: as {@link #beside}, from the files whose names end in
    /// `js`}
    public static Translations scriptsBeside(Class<?> type) {
        return LocaleFolder.beside(type, Translations::scriptsFrom);
    }

    private static Translations load(
            List<Path> folders, boolean scripts, Predicate<String> wanted) {
        var found = new HashMap<String, Catalogue>();
        for (Path folder : folders) {
            for (Path language : list(folder, "*")) {
                Path messages = language.resolve("LC_MESSAGES");
                Language spoken = Language.ofLocaleName(String.valueOf(language.getFileName()));
                if (!wanted.test(key(spoken))) {
                    continue;
                }
                String code = spoken.code();
                for (Path file : files(messages, scripts)) {
                    Catalogue catalogue = Catalogue.read(file);
                    found.merge(code, catalogue, Catalogue::over);
                }
            }
        }
        return new Translations(found);
    }

    private static List<Path> files(Path folder, boolean scripts) {
        var byStem = new HashMap<String, Path>();
        for (String kind : List.of("po", "mo")) {
            for (Path file : list(folder, "*." + kind)) {
                String name = String.valueOf(file.getFileName());
                String stem = name.substring(0, name.length() - 3);
                if (stem.endsWith("js") == scripts) {
                    byStem.put(stem, file);
                }
            }
        }
        return byStem.values().stream().sorted().toList();
    }

    private static List<Path> list(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
            entries.forEach(found::add);
        } catch (IOException broken) {
            throw new CatalogueException(
                    Problem.of("kernel.E071", "Cannot read the catalogues in " + folder + ".")
                            .because(broken + "."));
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /// {@return these translations with a catalogue of one language over those there}
    public Translations with(Language language, Catalogue catalogue) {
        var all = new HashMap<>(byLanguage);
        all.merge(key(language), catalogue, (below, above) -> above.over(below));
        return new Translations(all);
    }

    /// {@return these translations over those of `below`}
    public Translations over(Translations below) {
        var all = new HashMap<>(below.byLanguage);
        byLanguage.forEach((code, mine) -> all.merge(code, mine, (other, own) -> own.over(other)));
        return new Translations(all);
    }

    /// {@return all that is known of a language, its more general one included}
    public Catalogue catalogue(Language language) {
        Catalogue exact = byLanguage.get(key(language));
        Catalogue general = byLanguage.get(key(language.generic()));
        if (exact == null) {
            return general == null ? Catalogue.empty() : general;
        }
        return general == null || general == exact ? exact : exact.over(general);
    }

    /// {@return the translation of a text, or `null` when there is none}
    public @Nullable String find(Language language, @Nullable String context, String id) {
        String found = null;
        Catalogue exact = byLanguage.get(key(language));
        if (exact != null) {
            found = exact.find(context, id);
        }
        if (found == null) {
            Catalogue general = byLanguage.get(key(language.generic()));
            found = general == null ? null : general.find(context, id);
        }
        return found;
    }

    /// {@return the translation of a text for `number` things, or `null` when there is none}
    public @Nullable String find(
            Language language, @Nullable String context, String id, long number) {
        String found = null;
        Catalogue exact = byLanguage.get(key(language));
        if (exact != null) {
            found = exact.find(context, id, number);
        }
        if (found == null) {
            Catalogue general = byLanguage.get(key(language.generic()));
            found = general == null ? null : general.find(context, id, number);
        }
        return found;
    }

    private static String key(Language language) {
        return language.code().toLowerCase(Locale.ROOT);
    }
}
