package dev.quintet.template;

import dev.quintet.kernel.template.TemplateServices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Collects what a {@link TemplateEngine} is made of. Not thread-safe.
public final class TemplateEngineBuilder {

    private final List<TemplateLoader> loaders = new ArrayList<>();
    private final List<Library> builtins = new ArrayList<>(Builtins.always());
    private final Map<String, Library> libraries = new LinkedHashMap<>(Builtins.loadable());
    private final List<ContextProcessor> processors = new ArrayList<>();
    private @Nullable TemplateServices services;
    private Clock clock = Clock.systemUTC();
    private Formatting formatting = Formatting.JAVA;
    private String stringIfInvalid = "";
    private boolean autoescape = true;
    private boolean localize = true;
    private boolean thousandSeparator;
    private boolean localTimes = true;
    private final Map<String, String> formats = new LinkedHashMap<>();
    private List<String> siteLanguages = List.of();
    private final List<TemplateEngine.Foreign> languages = new ArrayList<>();
    private @Nullable Sandbox sandbox;
    private final Map<String, Class<?>> contextTypes = new LinkedHashMap<>();
    private final Map<String, Class<?>> pages = new LinkedHashMap<>();
    private boolean strict;
    private boolean debug;
    private boolean reload;
    private int compileAfter = 1000;
    private int maxDepth = 100;
    private long maxSteps = Long.MAX_VALUE;
    private long maxOutputBytes = 256L * 1024 * 1024;

    TemplateEngineBuilder() {}

    /// Adds a loader; the first that has a name wins, so the project's folder comes first, then its
    /// apps in their order.
    public TemplateEngineBuilder loader(TemplateLoader loader) {
        loaders.add(Objects.requireNonNull(loader, "loader"));
        return this;
    }

    /// Adds tags and filters that templates get by `{% load name %}`.
    public TemplateEngineBuilder library(Library library) {
        libraries.put(library.name(), library);
        return this;
    }

    /// Adds tags and filters that every template has without loading.
    public TemplateEngineBuilder builtin(Library library) {
        builtins.add(Objects.requireNonNull(library, "library"));
        return this;
    }

    /// Adds variables to every page.
    public TemplateEngineBuilder contextProcessor(ContextProcessor processor) {
        processors.add(Objects.requireNonNull(processor, "processor"));
        return this;
    }

    /// Sets whom the tags url, static, csrf_token and cache ask.
    public TemplateEngineBuilder services(TemplateServices site) {
        this.services = Objects.requireNonNull(site, "site");
        return this;
    }

    /// Sets the clock that `now` and the filters of times ask, where the running code has no
    /// context of its own.
    public TemplateEngineBuilder clock(Clock time) {
        this.clock = Objects.requireNonNull(time, "time");
        return this;
    }

    /// Sets how values without a text of their own are written; Java's way by default.
    public TemplateEngineBuilder formatting(Formatting way) {
        this.formatting = Objects.requireNonNull(way, "way");
        return this;
    }

    /// Sets what an unknown variable shows, empty by default; `%s` in it is the variable's name.
    public TemplateEngineBuilder stringIfInvalid(String text) {
        this.stringIfInvalid = Objects.requireNonNull(text, "text");
        return this;
    }

    /// Sets whether templates escape HTML from the start, which is so by default. Switch it off for
    /// engines of plain text only.
    public TemplateEngineBuilder autoescape(boolean on) {
        this.autoescape = on;
        return this;
    }

    /// Sets whether numbers and times are written as the language wants them, which is so by
    /// default.
    public TemplateEngineBuilder localize(boolean on) {
        this.localize = on;
        return this;
    }

    /// Sets whether numbers are written with their digits in groups, `1,234`; not by default.
    public TemplateEngineBuilder thousandSeparator(boolean on) {
        this.thousandSeparator = on;
        return this;
    }

    /// Sets whether moments are shown in the zone of the visitor, which is so by default; else in
    /// their own.
    public TemplateEngineBuilder localTimes(boolean on) {
        this.localTimes = on;
        return this;
    }

    /// Sets a named format in place of the language's own.
    ///
    /// @param name such as `DATE_FORMAT` or `SHORT_DATETIME_FORMAT`
    /// @param letters as the filter `date` takes them
    public TemplateEngineBuilder format(String name, String letters) {
        formats.put(name, letters);
        return this;
    }

    /// Sets the codes of the site's languages, for `get_available_languages`; none by default.
    public TemplateEngineBuilder languages(List<String> codes) {
        this.siteLanguages = List.copyOf(codes);
        return this;
    }

    /// Gives the templates of some names to another language than Django's.
    ///
    /// ```java
    /// builder.language(name -> name.endsWith(".mustache"), new Mustache())
    /// ```
    ///
    /// @param names says yes to the names of its templates; the first language that does wins
    public TemplateEngineBuilder language(Predicate<String> names, TemplateLanguage language) {
        languages.add(
                new TemplateEngine.Foreign(
                        Objects.requireNonNull(names, "names"),
                        Objects.requireNonNull(language, "language")));
        return this;
    }

    /// Makes this an engine for templates that users write.
    TemplateEngineBuilder sandbox(Sandbox walls) {
        this.sandbox = walls;
        libraries.keySet().retainAll(Sandbox.OPEN_LIBRARIES);
        return this;
    }

    /// Adds a type that templates declare by its simple name, `{# context: AlbumPage #}`, for
    /// {@link TemplateEngine#check}.
    public TemplateEngineBuilder contextType(Class<?> type) {
        contextTypes.put(type.getSimpleName(), type);
        return this;
    }

    /// Declares that a template shows pages of this type, as `{# context: AlbumPage #}` in it does:
    /// {@link TemplateEngine#check} holds it against the type, and other records are refused.
    ///
    /// @param template name of the template
    public TemplateEngineBuilder page(String template, Class<? extends Record> type) {
        pages.put(template, type);
        contextTypes.put(type.getSimpleName(), type);
        return this;
    }

    /// Sets whether an unknown variable is an error instead of {@link #stringIfInvalid}.
    public TemplateEngineBuilder strict(boolean on) {
        this.strict = on;
        return this;
    }

    /// Sets whether this is a developer's engine: the tag `debug` shows something, and changed
    /// templates are read anew.
    public TemplateEngineBuilder debug(boolean on) {
        this.debug = on;
        this.reload = on;
        return this;
    }

    /// Sets whether changed templates are read anew at the next rendering.
    public TemplateEngineBuilder reload(boolean on) {
        this.reload = on;
        return this;
    }

    /// Sets after how many renderings a part of a template becomes byte code; 1,000 by default, and
    /// never where templates are read anew.
    public TemplateEngineBuilder compileAfter(int renderings) {
        this.compileAfter = renderings;
        return this;
    }

    /// Sets how many templates and blocks may be open inside each other; 100 by default.
    public TemplateEngineBuilder maxDepth(int depth) {
        this.maxDepth = depth;
        return this;
    }

    /// Sets how many turns of loops and includes one rendering may take; without end by default.
    /// For templates that visitors write.
    public TemplateEngineBuilder maxSteps(long steps) {
        this.maxSteps = steps;
        return this;
    }

    /// Sets how large a page may grow; 256 MiB by default.
    public TemplateEngineBuilder maxOutputBytes(long bytes) {
        this.maxOutputBytes = bytes;
        return this;
    }

    /// {@return the engine}
    public TemplateEngine build() {
        return new TemplateEngine(
                new TemplateEngine.Options(
                        List.copyOf(loaders),
                        List.copyOf(builtins),
                        Map.copyOf(libraries),
                        List.copyOf(processors),
                        services,
                        clock,
                        formatting,
                        stringIfInvalid,
                        autoescape,
                        localize,
                        thousandSeparator,
                        localTimes,
                        Map.copyOf(formats),
                        siteLanguages,
                        List.copyOf(languages),
                        sandbox,
                        Map.copyOf(contextTypes),
                        Map.copyOf(pages),
                        strict,
                        debug,
                        reload,
                        compileAfter,
                        maxDepth,
                        maxSteps,
                        maxOutputBytes));
    }
}
