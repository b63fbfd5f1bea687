package dev.quintet.template;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.signal.Signal;
import dev.quintet.kernel.template.TemplateServices;
import dev.quintet.template.value.Show;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes templates: finds them by name, compiles them once, keeps them. Django: `Engine`.
///
/// ```java
/// var engine = TemplateEngine.builder().loader(TemplateLoader.folder(Path.of("templates"))).build();
/// String page = engine.get("catalog/index.html").render(Map.of("albums", albums));
/// ```
///
/// Immutable but for its cache; safe for many threads.
public final class TemplateEngine {

    /// The name of templates that were made of a text.
    static final String STRING = "<string>";

    private record Kept(Template template, Object version) {}

    private final Options options;
    private final List<ContextProcessor> processors;
    private final Map<String, TagCompiler> tags = new HashMap<>();
    private final Map<String, Filter> filters = new HashMap<>();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Access access;
    private final int compilesAfter;
    private final Show show;
    private final Signal<TemplateRendered> rendered = Signal.named("template.rendered");

    TemplateEngine(Options options) {
        this(options, options.processors());
    }

    private TemplateEngine(Options options, List<ContextProcessor> processors) {
        this.options = options;
        this.processors = processors;
        for (Library library : options.builtins()) {
            tags.putAll(library.tags());
            filters.putAll(library.filters());
            if (options.sandbox() != null && Builtins.always().contains(library)) {
                tags.keySet().removeAll(Sandbox.CLOSED_TAGS);
                filters.keySet().removeAll(Sandbox.CLOSED_FILTERS);
            }
        }
        Sandbox sandbox = options.sandbox();
        // what unknown variables show would skip their filters, and templates that change are not
        // kept
        boolean compiles = !options.reload() && options.stringIfInvalid().isEmpty();
        this.compilesAfter = compiles ? options.compileAfter() : -1;
        this.access = sandbox == null ? Access.OPEN : sandbox.access();
        Show plain = options.formatting().show();
        this.show = access.isOpen() ? plain : plain.guardedBy(access::show);
    }

    /// {@return a builder without loaders, with the built-in libraries}
    public static TemplateEngineBuilder builder() {
        return new TemplateEngineBuilder();
    }

    /// Returns the template of a name, compiled now if it was not yet, or if it changed and this
    /// engine reloads. `page.html#row` is the partial `row` of `page.html`.
    ///
    /// @throws TemplateNotFoundException when no loader has it
    /// @throws TemplateSyntaxException when it cannot be compiled
    public Template get(String name) {
        Kept known = kept.get(name);
        if (known != null && !options.reload()) {
            return known.template;
        }
        int hash = name.indexOf('#');
        return hash > 0
                ? partial(name, name.substring(0, hash), name.substring(hash + 1))
                : load(name, Set.of());
    }

    /// {@return an engine of the same templates that keeps its own copies and has no context
    /// processors: for parts of pages, which ask for nothing but what they are given}
    public TemplateEngine withoutProcessors() {
        return new TemplateEngine(options, List.of());
    }

    /// {@return the first template of these names that exists}
    ///
    /// @throws TemplateNotFoundException when none does
    public Template select(List<String> names) {
        if (names.isEmpty()) {
            throw new TemplateNotFoundException(
                    "", List.of(), Problem.of("template.E010", "No template names provided."));
        }
        var searched = new ArrayList<String>();
        for (String name : names) {
            try {
                return get(name);
            } catch (TemplateNotFoundException missing) {
                searched.addAll(missing.searched());
            }
        }
        throw new TemplateNotFoundException(String.join(", ", names), searched);
    }

    /// {@return a template compiled of a text; it is not kept}
    ///
    /// @throws TemplateSyntaxException when it cannot be compiled
    public Template fromString(String source) {
        return new Template(this, STRING, STRING, source);
    }

    /// {@return the signal sent for each template that renders; costs nothing while nobody listens}
    public Signal<TemplateRendered> rendered() {
        return rendered;
    }

    /// {@return whether a template of this name exists; it is not compiled}
    public boolean exists(String name) {
        return isSafeName(name)
                && options.loaders().stream().anyMatch(loader -> loader.find(name) != null);
    }

    /// Looks at every template that the loaders can list: whether it compiles; whether the
    /// templates, routes and static files exist that it names by literals; and, where it begins
    /// with `{# context: AlbumPage #}`, whether pages of that type have the variables that it
    /// mentions.
    ///
    /// `AlbumPage` is a class that the builder knows by `contextType`, or a name with its package.
    ///
    /// @return what it found, sorted by template; empty when all is well
    public List<CheckMessage> check() {
        var names = new HashSet<String>();
        options.loaders().forEach(loader -> names.addAll(loader.names()));
        var common = new HashSet<String>();
        processors.forEach(processor -> common.addAll(processor.names()));
        return new TemplateCheck(this, names, common, options.services()).run();
    }

    /// {@return the type of a name: one that the builder was told, or a class with its package;
    /// `null` when there is none}
    @Nullable Class<?> contextType(String type) {
        Class<?> known = options.contextTypes().get(type);
        if (known != null || type.indexOf('.') < 0 || options.sandbox() != null) {
            return known;
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Class.forName(type, false, loader);
        } catch (ClassNotFoundException | LinkageError none) {
            return null;
        }
    }

    Set<String> contextTypeNames() {
        return options.contextTypes().keySet();
    }

    /// {@return the type of a template's pages that the builder was told, or `null`}
    @Nullable Class<?> pageType(String template) {
        return options.pages().get(template);
    }

    /// Holds a template against the type of the record that it renders.
    ///
    /// @param bound all names that this page has
    /// @throws TemplateRenderException when it wants another, or mentions what this one has not
    void hold(Template template, Class<?> type, Set<String> bound) {
        String declared = template.context();
        Class<?> wanted = declared == null ? pageType(template.name()) : contextType(declared);
        if (wanted != null && !wanted.isAssignableFrom(type)) {
            throw new TemplateRenderException(
                    Problem.of(
                                    "template.E049",
                                    "'"
                                            + template.name()
                                            + "' shows pages of "
                                            + wanted.getSimpleName()
                                            + ", and got one of "
                                            + type.getSimpleName()
                                            + ".")
                            .at(new Place(template.name(), 1, 1))
                            .fixedBy("Give it such a record, or change what it declares."),
                    null);
        }
        boolean whole = template.name().indexOf('#') < 0 && !template.isForeign();
        if (!options.debug() || !whole) {
            return;
        }
        for (CheckMessage each :
                TemplateCheck.against(this, template, wanted == null ? type : wanted, bound)) {
            Place place = each.place();
            Problem problem = Problem.of(each.id(), each.message()).fixedBy(each.hint());
            String lines = place == null ? "" : Snippet.of(template.source(), place.line());
            throw new TemplateRenderException(
                    place == null ? problem : problem.because(lines).at(place), null);
        }
    }

    @Nullable TemplateSource source(String name) {
        for (TemplateLoader loader : options.loaders()) {
            TemplateSource source = isSafeName(name) ? loader.find(name) : null;
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    private Template partial(String whole, String name, String partial) {
        Template template = get(name);
        Template part = template.partial(partial);
        if (part == null) {
            throw new TemplateNotFoundException(
                    whole,
                    List.of(template.origin()),
                    Problem.of(
                                    "template.E012",
                                    "The template '" + name + "' has no partial '" + partial + "'.")
                            .fixedBy(Nearest.question(partial, template.partialNames())));
        }
        if (!options.reload()) {
            kept.put(whole, new Kept(part, whole));
        }
        return part;
    }

    /// The template that a child of these templates extends: of the same name, the next one that is
    /// not in the chain yet.
    Template parent(String name, Frame frame, String childName) {
        if (!name.equals(childName) && !name.equals(frame.template.name())) {
            return get(name);
        }
        var used = new HashSet<String>();
        used.add(frame.template.origin());
        return load(name, used);
    }

    private Template load(String name, Set<String> without) {
        var searched = new ArrayList<String>();
        if (isSafeName(name)) {
            for (TemplateLoader loader : options.loaders()) {
                TemplateSource source = loader.find(name);
                if (source == null) {
                    searched.add(loader.place(name));
                } else if (without.contains(source.origin())) {
                    searched.add(source.origin() + " (is the child itself)");
                } else {
                    return compiled(name, source, without.isEmpty());
                }
            }
        }
        throw new TemplateNotFoundException(name, searched);
    }

    private Template compiled(String name, TemplateSource source, boolean first) {
        String key = first ? name : name + "\n" + source.origin();
        Kept known = kept.get(key);
        boolean fresh =
                known != null
                        && known.template.origin().equals(source.origin())
                        && known.version.equals(source.version());
        if (known != null && fresh) {
            return known.template;
        }
        Template template = compile(name, source);
        kept.put(key, new Kept(template, source.version()));
        return template;
    }

    private Template compile(String name, TemplateSource source) {
        String text = source.text().get();
        Template foreign = compileForeign(name, source, text);
        return foreign == null ? new Template(this, name, source.origin(), text) : foreign;
    }

    /// {@return a template that another language compiled, or `null` when none says that it is its
    /// own}
    @Nullable Template compileForeign(String name, TemplateSource source, String text) {
        for (Foreign each : options.languages()) {
            if (each.names().test(name)) {
                return Template.foreign(this, each.language(), sourceOf(name, source, text));
            }
        }
        return null;
    }

    private TemplateLanguage.Source sourceOf(String name, TemplateSource source, String text) {
        return new TemplateLanguage.Source(
                name,
                source.origin(),
                text,
                other -> {
                    TemplateSource found = source(other);
                    return found == null ? null : found.text().get();
                });
    }

    /// {@return whether another language than Django's compiles a template}
    boolean isForeign(String name) {
        return options.languages().stream().anyMatch(each -> each.names().test(name));
    }

    private static boolean isSafeName(String name) {
        if (name.isEmpty()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0) {
            return false;
        }
        for (String step : name.split("/", -1)) {
            if (step.equals("..") || step.equals(".")) {
                return false;
            }
        }
        return true;
    }

    /// Sets what every page has.
    void addCommon(Frame frame, Map<String, ? extends @Nullable Object> given) {
        for (ContextProcessor processor : processors) {
            try {
                processor.variables(given).forEach(frame::set);
            } catch (RuntimeException failed) {
                throw new TemplateRenderException(
                        Problem.of(
                                        "template.E023",
                                        "The context processor "
                                                + processor.getClass().getName()
                                                + " failed.")
                                .because(failed.toString()),
                        failed);
            }
        }
    }

    Map<String, @Nullable Object> components(Record page) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (String name : ForNode.componentNames(page)) {
            all.put(name, Variable.attribute(Access.OPEN, page, name));
        }
        return all;
    }

    /// The lines around a place, where its template is still known.
    String snippet(Place place) {
        Kept known = kept.get(place.file().replaceAll("#.*", ""));
        return known == null ? "" : Snippet.of(known.template.source(), place.line());
    }

    Library library(Parser parser, Token tag, String name) {
        Library library = options.libraries().get(name);
        if (library == null) {
            throw parser.error(
                    tag,
                    "template.E004",
                    "'"
                            + name
                            + "' is not a registered tag library. Must be one of: "
                            + String.join(
                                    ", ", options.libraries().keySet().stream().sorted().toList()),
                    Nearest.question(name, options.libraries().keySet()));
        }
        return library;
    }

    @Nullable String libraryOfTag(String tag) {
        for (Library library : options.libraries().values()) {
            if (library.tags().containsKey(tag)) {
                return library.name();
            }
        }
        return null;
    }

    Map<String, TagCompiler> builtinTags() {
        return tags;
    }

    Map<String, Filter> builtinFilters() {
        return filters;
    }

    Show show() {
        return show;
    }

    Access access() {
        return access;
    }

    @Nullable Sandbox sandbox() {
        return options.sandbox();
    }

    int maxValueChars() {
        Sandbox sandbox = options.sandbox();
        return sandbox == null
                ? (int) Math.min(Integer.MAX_VALUE, options.maxOutputBytes())
                : sandbox.maxValueChars();
    }

    boolean autoescape() {
        return options.autoescape();
    }

    boolean localize() {
        return options.localize();
    }

    boolean strict() {
        return options.strict();
    }

    /// {@return after how many turns a list of nodes becomes byte code; never, where that is
    /// negative}
    int compilesAfter() {
        return compilesAfter;
    }

    boolean reloads() {
        return options.reload();
    }

    boolean debug() {
        return options.debug();
    }

    String stringIfInvalid() {
        return options.stringIfInvalid();
    }

    int maxDepth() {
        return options.maxDepth();
    }

    long maxSteps() {
        return options.maxSteps();
    }

    long maxOutputBytes() {
        return options.maxOutputBytes();
    }

    Clock clock() {
        return options.clock();
    }

    TemplateServices services() {
        TemplateServices services = options.services();
        if (services == null) {
            throw new TemplateRenderException(
                    Problem.of("template.E013", "This engine has no services.")
                            .because(
                                    "The tags url, static, csrf_token and cache ask the site, and"
                                            + " this engine was built without one.")
                            .fixedBy("Give the builder services(...)."),
                    null);
        }
        return services;
    }

    boolean groupsThousands() {
        return options.thousandSeparator();
    }

    boolean localTimes() {
        return options.localTimes();
    }

    List<String> languages() {
        return options.siteLanguages();
    }

    @Nullable String format(String name) {
        return options.formats().get(name);
    }

    @Nullable String csrfToken() {
        TemplateServices services = options.services();
        return services == null ? null : services.csrfToken();
    }

    /// Another language, and which templates are its own.
    record Foreign(Predicate<String> names, TemplateLanguage language) {}

    /// What an engine was built of.
    record Options(
            List<TemplateLoader> loaders,
            List<Library> builtins,
            Map<String, Library> libraries,
            List<ContextProcessor> processors,
            @Nullable TemplateServices services,
            Clock clock,
            Formatting formatting,
            String stringIfInvalid,
            boolean autoescape,
            boolean localize,
            boolean thousandSeparator,
            boolean localTimes,
            Map<String, String> formats,
            List<String> siteLanguages,
            List<Foreign> languages,
            @Nullable Sandbox sandbox,
            Map<String, Class<?>> contextTypes,
            Map<String, Class<?>> pages,
            boolean strict,
            boolean debug,
            boolean reload,
            int compileAfter,
            int maxDepth,
            long maxSteps,
            long maxOutputBytes) {}
}
