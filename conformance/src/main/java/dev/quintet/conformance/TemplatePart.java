package dev.quintet.conformance;

import dev.quintet.http.ReverseException;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.template.TemplateServices;
import dev.quintet.kernel.text.Uris;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.template.Formatting;
import dev.quintet.template.Template;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateEngineBuilder;
import dev.quintet.template.TemplateException;
import dev.quintet.template.TemplateLoader;
import dev.quintet.template.TemplateNotFoundException;
import dev.quintet.template.TemplateSyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whole templates: what they render, or where they fail. Kinds of errors are compared, their words
/// are our own.
final class TemplatePart implements Part {

    static final Instant FROZEN = Instant.parse("2026-03-14T15:09:26Z");

    private static final Pattern DATED = Pattern.compile("\\b(date|now|dt|d|DATE\\w*)\\b");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final Pattern TRANSLATES =
            Pattern.compile("\\btrans|blocktrans|_\\(|humanize|_translated|yesno");

    private final UrlsPart routes;

    TemplatePart(UrlsPart routes) {
        this.routes = routes;
    }

    @Override
    public boolean covers(Case recorded) {
        return recorded.has("templates") && recorded.has("main");
    }

    @Override
    public Outcome run(Case c) {
        boolean foreign =
                c.object("settings").get("language") instanceof String language
                        && !Language.of(language).english();
        if (!foreign) {
            return context(c).call(() -> compare(c));
        }
        Translations django = DjangoCatalogues.installed();
        if (django == null) {
            throw new UncoveredException("pages in the words of Django's own catalogues");
        }
        Context context = context(c).with(Formats.OWN, DjangoFormats.installed());
        Outcome outcome = context.with(Translations.KEY, django).call(() -> compare(c));
        if (outcome instanceof Outcome.Failed(Object expected, Object got)) {
            excuse(c, context, django, String.valueOf(expected), String.valueOf(got));
        }
        return outcome;
    }

    /// What a page in another language rests on beside our code: the catalogues of a Django that
    /// may be older than the recorded one, and so its formats.
    private void excuse(Case c, Context context, Translations django, String expected, String got) {
        String sources = String.valueOf(c.object("templates"));
        boolean untranslated =
                TRANSLATES.matcher(sources).find()
                        && context.call(() -> compare(c)) instanceof Outcome.Failed plain
                        && got.equals(plain.got());
        boolean delta =
                sources.contains("naturaltime")
                        && django.find(Language.in(context), "naturaltime-past", "%(num)d day", 1)
                                == null;
        if (untranslated || delta) {
            throw new UncoveredException("texts that the installed catalogues lack");
        }
        if (expected.equalsIgnoreCase(got)) {
            throw new UncoveredException("names that the tables begin with another case");
        }
        if (!DjangoFormats.asRecorded()
                && DATED.matcher(sources).find()
                && NO_DIGITS
                        .matcher(expected)
                        .replaceAll(" ")
                        .equals(NO_DIGITS.matcher(got).replaceAll(" "))) {
            throw new UncoveredException("dates in the format of an older table");
        }
    }

    /// The page by closures, by byte code of which nothing is known yet, and by byte code that
    /// knows which types come.
    private Outcome compare(Case c) {
        Outcome outcome = compare(c, engine(c, Integer.MAX_VALUE), 1);
        if (outcome instanceof Outcome.Passed) {
            outcome = compare(c, engine(c, 1), 1);
        }
        return outcome instanceof Outcome.Passed ? compare(c, engine(c, 2), 3) : outcome;
    }

    /// @param times how often the page is rendered; the last time counts
    private Outcome compare(Case c, TemplateEngine engine, int times) {
        Outcome outcome = Outcome.passed();
        for (int i = 0; i < times; i++) {
            outcome = compare(c, engine);
        }
        return outcome;
    }

    private Outcome compare(Case c, TemplateEngine engine) {
        Template template;
        try {
            template = engine.get(c.text("main"));
        } catch (TemplateSyntaxException wrong) {
            return c.has("error")
                    ? Outcome.compare(where(c), "TemplateSyntaxError at compile")
                    : Outcome.failed(c.raw("expected"), wrong.getMessage());
        }
        var variables = new LinkedHashMap<String, @Nullable Object>();
        c.object("context").forEach((name, value) -> variables.put(name, decode(engine, value)));
        if (c.raw("request") != null) {
            variables.put("request", TemplateValues.request(c.raw("request")));
        }
        try {
            String page = template.render(variables);
            return c.has("error")
                    ? Outcome.failed(where(c), page)
                    : cached(c, page) ? Outcome.passed() : Outcome.compare(c.raw("expected"), page);
        } catch (TemplateException failure) {
            for (Throwable at = failure; at != null; at = at.getCause()) {
                if (at instanceof UncoveredException uncovered) {
                    throw uncovered;
                }
            }
            return c.has("error")
                    ? Outcome.compare(where(c), kind(c, failure) + " at render")
                    : Outcome.failed(c.raw("expected"), failure.getMessage());
        }
    }

    private static @Nullable Object decode(TemplateEngine engine, @Nullable Object json) {
        return TemplateValues.TAGGED
                .with(
                        "$template",
                        (source, _, _) ->
                                engine.fromString((String) Objects.requireNonNull(source)))
                .decode(json);
    }

    private static String where(Case c) {
        return c.text("error") + " at " + c.text("phase");
    }

    /// A fragment that another case left in the cache is no part of this one.
    private static boolean cached(Case c, String page) {
        if (Objects.equals(c.raw("expected"), page)) {
            return true;
        }
        String sources = String.valueOf(c.object("templates").values());
        if (sources.contains("{% cache ")
                && !sources.contains(c.text("expected"))
                && sources.contains(page)) {
            throw new UncoveredException("fragments that an earlier case left in the cache");
        }
        return false;
    }

    /// Missing templates, wrong syntax and routes that are not found have a kind of their own, told
    /// by the chain of causes; the rest stands for what Python itself threw.
    private static String kind(Case c, TemplateException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            switch (at) {
                case TemplateNotFoundException _ -> {
                    return "TemplateDoesNotExist";
                }
                case TemplateSyntaxException _ -> {
                    return "TemplateSyntaxError";
                }
                case ReverseException _ -> {
                    return "NoReverseMatch";
                }
                default -> {}
            }
        }
        boolean own = List.of("TemplateDoesNotExist", "NoReverseMatch").contains(c.text("error"));
        return own ? String.valueOf(failure.getMessage()) : c.text("error");
    }

    private TemplateEngine engine(Case c, int compileAfter) {
        Map<String, @Nullable Object> settings = c.object("settings");
        TemplateEngineBuilder builder =
                TemplateEngine.builder()
                        .formatting(Formatting.PYTHON)
                        .autoescape(c.truth("autoescape"))
                        .stringIfInvalid(c.text("string_if_invalid"))
                        .debug(c.truth("debug"))
                        .reload(false)
                        .compileAfter(compileAfter)
                        .localTimes(Boolean.TRUE.equals(settings.get("USE_TZ")))
                        .thousandSeparator(
                                Boolean.TRUE.equals(settings.get("USE_THOUSAND_SEPARATOR")))
                        .languages(List.of("ar", "cs", "de", "en", "es", "fr", "nl", "pl", "ru"))
                        .clock(Clock.fixed(FROZEN, ZoneOffset.UTC))
                        .services(new Services(routes, settings, new HashMap<>()));
        if (settings.get("DATETIME_FORMAT") instanceof String format) {
            builder.format("DATETIME_FORMAT", format);
        }
        for (String name : List.of("DECIMAL_SEPARATOR", "THOUSAND_SEPARATOR", "NUMBER_GROUPING")) {
            if (settings.containsKey(name)) {
                throw new UncoveredException("the setting " + name);
            }
        }
        var folders = new ArrayList<Map<String, String>>();
        c.object("templates").forEach((name, source) -> add(folders, name, source));
        folders.forEach(folder -> builder.loader(TemplateLoader.memory(folder)));
        return builder.build();
    }

    private static void add(
            List<Map<String, String>> folders, String name, @Nullable Object source) {
        List<?> sources =
                source instanceof List<?> many
                        ? many
                        : List.of((String) Objects.requireNonNull(source));
        for (int i = 0; i < sources.size(); i++) {
            if (folders.size() <= i) {
                folders.add(new HashMap<>());
            }
            folders.get(i).put(name, (String) Objects.requireNonNull(sources.get(i)));
        }
    }

    static Context context(Case c) {
        Map<String, @Nullable Object> settings = c.object("settings");
        boolean mocked = c.raw("now") instanceof String;
        ZoneId zone =
                mocked
                        ? ZoneOffset.UTC
                        : zone(
                                settings.getOrDefault(
                                        "current_timezone",
                                        settings.getOrDefault("TIME_ZONE", "America/Chicago")));
        Instant now =
                c.raw("now") instanceof String text
                        ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                        : FROZEN;
        Context context =
                Context.of(new Settings(), Apps.of(List.of()), Clock.fixed(now, zone))
                        .with(TimeZones.KEY, zone);
        return settings.get("language") instanceof String language
                ? context.with(Language.KEY, Language.of(language))
                : context.with(Language.KEY, Language.ENGLISH);
    }

    private static ZoneId zone(@Nullable Object name) {
        return "UTC".equals(name)
                ? ZoneOffset.UTC
                : ZoneId.of((String) Objects.requireNonNull(name));
    }

    /// A site with the routes that the case names.
    private record Services(
            UrlsPart routes, Map<String, @Nullable Object> settings, Map<String, String> kept)
            implements TemplateServices {

        @Override
        public String url(
                String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp) {
            if (settings.get("ROOT_URLCONF") instanceof String urlconf) {
                return routes.reverse(urlconf, name, args, kwargs, currentApp);
            }
            throw new UncoveredException("URLs of a site whose routes were not recorded");
        }

        @Override
        public String staticUrl(String path) {
            return staticPrefix() + Uris.quote(path, "/~!*'()+,;=:@$");
        }

        @Override
        public String staticPrefix() {
            return "/static/";
        }

        @Override
        public String mediaPrefix() {
            return settings.get("MEDIA_URL") instanceof String prefix ? prefix : "/";
        }

        @Override
        public @Nullable String csrfToken() {
            return null;
        }

        @Override
        public String fragment(
                String name,
                List<?> varyOn,
                @Nullable Duration timeout,
                @Nullable String cache,
                Supplier<String> make) {
            return kept.computeIfAbsent(name + varyOn, _ -> make.get());
        }
    }
}
