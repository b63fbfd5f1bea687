package dev.quintet.kernel.i18n;

import dev.quintet.kernel.headers.AcceptLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Chooses the language of a page among those that a site speaks.
///
/// Immutable, safe for many threads. Django: `get_language_from_request`,
/// `get_supported_language_variant`.
public final class LanguageChoice {

    private static final int LONGEST_CODE = 500;
    private static final Map<String, String> FALLBACK =
            Map.of(
                    "zh-cn", "zh-hans", "zh-hk", "zh-hant", "zh-mo", "zh-hant", "zh-my", "zh-hans",
                    "zh-sg", "zh-hans", "zh-tw", "zh-hant");

    private final Map<String, Language> supported = new LinkedHashMap<>();
    private final Language fallback;

    /// Speaks these languages.
    ///
    /// @param supported in the site's order, which decides between variants
    /// @param fallback where the visitor asks for none of them
    public LanguageChoice(List<Language> supported, Language fallback) {
        supported.forEach(
                language -> this.supported.put(language.code().toLowerCase(Locale.ROOT), language));
        this.fallback = fallback;
    }

    /// {@return the languages of the site in its order}
    public List<Language> supported() {
        return List.copyOf(supported.values());
    }

    /// {@return the language of a page: from its path, else the session, else the cookie, else the
    /// browser's header, else the site's own}
    ///
    /// @param path of the request, or `null` where languages are not part of paths
    /// @param session what the visitor chose before, or `null`
    /// @param cookie value of the language cookie, or `null`
    /// @param acceptLanguage the header, or `null`
    public Language choose(
            @Nullable String path,
            @Nullable String session,
            @Nullable String cookie,
            @Nullable String acceptLanguage) {
        Optional<Language> found = path == null ? Optional.empty() : fromPath(path);
        if (found.isEmpty() && session != null) {
            found = variant(session, false);
        }
        if (found.isEmpty() && cookie != null) {
            found = variant(cookie, false);
        }
        if (found.isEmpty() && acceptLanguage != null) {
            found = fromHeader(acceptLanguage);
        }
        return found.or(() -> variant(fallback.code(), false)).orElse(fallback);
    }

    /// {@return the language that a path begins with, such as `/de/about/`}
    public Optional<Language> fromPath(String path) {
        if (path.length() < 2 || path.charAt(0) != '/') {
            return Optional.empty();
        }
        int end = path.indexOf('/', 1);
        return variant(path.substring(1, end < 0 ? path.length() : end), false);
    }

    /// {@return the first supported language of the header `Accept-Language`}
    public Optional<Language> fromHeader(String header) {
        for (AcceptLanguage wanted : AcceptLanguage.parse(header)) {
            if (wanted.code().equals("*")) {
                return Optional.empty();
            }
            Optional<Language> found = variant(wanted.code(), false);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// {@return the supported language nearest to a code: itself, a more general one and, unless
    /// `strict`, a sister: `de` for `de-at`, `fr-ca` for `fr-fr`}
    public Optional<Language> variant(String code, boolean strict) {
        String wanted = code;
        if (wanted.length() > LONGEST_CODE) {
            int dash = wanted.lastIndexOf('-', LONGEST_CODE - 1);
            if (strict || dash <= 0) {
                return Optional.empty();
            }
            wanted = wanted.substring(0, dash);
        }
        if (!wellFormed(wanted)) {
            return Optional.empty();
        }
        var candidates = new ArrayList<String>();
        candidates.add(wanted);
        String replacement = FALLBACK.get(wanted.toLowerCase(Locale.ROOT));
        if (replacement != null) {
            candidates.add(replacement);
        }
        for (int dash = wanted.lastIndexOf('-');
                dash > 0;
                dash = wanted.lastIndexOf('-', dash - 1)) {
            candidates.add(wanted.substring(0, dash));
        }
        for (String candidate : candidates) {
            if (supported.containsKey(candidate.toLowerCase(Locale.ROOT))) {
                return Optional.of(Language.of(candidate));
            }
        }
        if (!strict) {
            String prefix = candidates.getLast().toLowerCase(Locale.ROOT) + "-";
            for (var known : supported.entrySet()) {
                if (known.getKey().startsWith(prefix)) {
                    return Optional.of(known.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean wellFormed(String code) {
        if (code.isEmpty()) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean fine =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '-'
                            || c == '@';
            if (!fine) {
                return false;
            }
        }
        return true;
    }
}
