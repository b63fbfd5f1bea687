package dev.quintet.template;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A compiled template. Immutable; render it from as many threads as you like.
public final class Template {

    private static final int SMALLEST = 256;
    private static final int LARGEST = 1024 * 1024;

    final Map<String, BlockNode> blocks;
    private final TemplateEngine engine;
    private final String name;
    private final String origin;
    private final String source;
    private final NodeList body;
    private final Map<String, NodeList> partials;
    private final Blocks ownBlocks;
    private final Declaration declaration;
    private final @Nullable String context;
    private final @Nullable String parent;
    private final boolean extending;
    private final boolean foreign;

    /// The types of records that this template was held against.
    private final Set<Class<?>> fitting = ConcurrentHashMap.newKeySet();

    /// How many bytes the next page may have; threads may lose each other's guess.
    private int expected = 1024;

    Template(TemplateEngine engine, String name, String origin, String source) {
        this.engine = engine;
        this.name = name;
        this.origin = origin;
        this.source = source;
        Sandbox sandbox = engine.sandbox();
        if (sandbox != null) {
            sandbox.read(name, source);
        }
        var parser = new Parser(engine, name, source);
        this.body = parser.parse();
        this.declaration = parser.draft.done();
        this.context = parser.context;
        this.parent = parser.parent;
        this.extending = parser.memory.containsKey("extends");
        this.foreign = false;
        this.blocks = Map.copyOf(parser.blocks);
        this.partials = Map.copyOf(parser.partials);
        this.ownBlocks = Blocks.of(blocks);
    }

    private Template(Template whole, String partial, NodeList body) {
        this.engine = whole.engine;
        this.name = whole.name + "#" + partial;
        this.origin = whole.origin;
        this.source = whole.source;
        this.body = body;
        this.blocks = Map.of();
        this.partials = whole.partials;
        this.ownBlocks = Blocks.NONE;
        this.declaration = whole.declaration;
        this.context = whole.context;
        this.parent = null;
        this.extending = false;
        this.foreign = false;
    }

    private Template(TemplateEngine engine, TemplateLanguage.Source source, NodeList body) {
        this.engine = engine;
        this.name = source.name();
        this.origin = source.origin();
        this.source = source.text();
        this.body = body;
        this.blocks = Map.of();
        this.partials = Map.of();
        this.ownBlocks = Blocks.NONE;
        this.declaration = new Declaration.Draft().done();
        this.context = null;
        this.parent = null;
        this.extending = false;
        this.foreign = true;
    }

    /// {@return a template of another language}
    ///
    /// @throws TemplateSyntaxException when that cannot compile it
    static Template foreign(
            TemplateEngine engine, TemplateLanguage language, TemplateLanguage.Source source) {
        return new Template(engine, source, OtherLanguage.body(language, source));
    }

    /// {@return its name, as it was asked for; `<string>` when it was made of a text}
    public String name() {
        return name;
    }

    /// {@return where it was found}
    public String origin() {
        return origin;
    }

    /// {@return its text}
    public String source() {
        return source;
    }

    /// Renders with these variables.
    ///
    /// @throws TemplateRenderException when the template or what it calls fails
    public String render(Map<String, ? extends @Nullable Object> variables) {
        var out = new Output(null, engine.maxOutputBytes(), expected);
        render(variables, out);
        learn(out);
        return out.toString();
    }

    /// Renders with a record's components as variables.
    ///
    /// A template that declares its context, `{# context: AlbumPage #}`, takes such records only. A
    /// developer's engine holds the whole template against the record the first time, also what
    /// this page does not show.
    ///
    /// @throws TemplateRenderException when the template or what it calls fails, or wants another
    ///   record
    public String render(Record page) {
        return new String(renderBytes(page, Map.of()), StandardCharsets.UTF_8);
    }

    /// Renders to UTF-8 with a record's components as variables, as {@link #render(Record)} does.
    ///
    /// @param more further variables; the record's win
    /// @throws TemplateRenderException when the template or what it calls fails, or wants another
    ///   record
    public byte[] renderBytes(Record page, Map<String, ? extends @Nullable Object> more) {
        var all = new LinkedHashMap<String, @Nullable Object>(more);
        all.putAll(engine.components(page));
        var out = new Output(null, engine.maxOutputBytes(), expected);
        render(all, out, page.getClass());
        learn(out);
        return out.toBytes();
    }

    /// Renders to UTF-8.
    ///
    /// @throws TemplateRenderException when the template or what it calls fails
    public byte[] renderBytes(Map<String, ? extends @Nullable Object> variables) {
        var out = new Output(null, engine.maxOutputBytes(), expected);
        render(variables, out);
        learn(out);
        return out.toBytes();
    }

    /// Remembers how large a page grows, so that the next one need not be moved while it does.
    private void learn(Output out) {
        int length = out.length();
        if (length > expected || length < expected / 4) {
            expected = Math.clamp(length + length / 16L, SMALLEST, LARGEST);
        }
    }

    /// Renders as UTF-8 into a stream, piece by piece; does not close it.
    ///
    /// @throws TemplateRenderException when the template or what it calls fails; what was written
    ///   by then stays written
    /// @throws java.io.UncheckedIOException when the stream fails
    public void render(Map<String, ? extends @Nullable Object> variables, OutputStream stream) {
        var out = new Output(stream, engine.maxOutputBytes(), 20 * 1024);
        render(variables, out);
        out.finish();
    }

    private void render(Map<String, ? extends @Nullable Object> variables, Output out) {
        render(variables, out, null);
    }

    private void render(
            Map<String, ? extends @Nullable Object> variables,
            Output out,
            @Nullable Class<? extends Record> type) {
        var frame = new Frame(engine, this, out);
        engine.addCommon(frame, variables);
        variables.forEach(frame::set);
        if (type != null && !fitting.contains(type)) {
            var others = new HashSet<>(frame.variables().keySet());
            ForNode.components(type).forEach(others::remove);
            engine.hold(this, type, others);
            fitting.add(type);
        }
        renderInto(frame);
        if (frame.page().isMarked()) {
            frame.page().fill(out);
        }
    }

    /// {@return what it says of itself as a component}
    Declaration declaration() {
        return declaration;
    }

    /// {@return the type that it declares as its context, as written, or `null`}
    @Nullable String context() {
        return context;
    }

    /// {@return the name of the template that it extends, or `null` when none or not a literal}
    @Nullable String parent() {
        return parent;
    }

    /// {@return whether it extends another, whose name may be a variable}
    boolean isExtending() {
        return extending;
    }

    boolean isForeign() {
        return foreign;
    }

    /// Renders within a frame, as a page of its own: its blocks, its tags' memory.
    void renderInto(Frame frame) {
        Template caller = frame.template;
        Blocks blocksThere = frame.blocks;
        IdentityHashMap<Object, Object> states = frame.swapStates(null);
        frame.enter();
        boolean extending = frame.extending;
        frame.extending = false;
        frame.blocks = ownBlocks;
        try {
            body(frame);
        } finally {
            frame.extending = extending;
            frame.template = caller;
            frame.blocks = blocksThere;
            frame.swapStates(states);
            frame.leave();
        }
    }

    /// Renders the body with the frame's blocks.
    void body(Frame frame) {
        frame.template = this;
        if (engine.rendered().hasReceivers()) {
            engine.rendered().send(new TemplateRendered(this, frame.variables()));
        }
        body.render(frame);
    }

    /// {@return a partial as a template of its own, or `null` when there is none of that name}
    @Nullable Template partial(String partial) {
        NodeList found = partials.get(partial);
        return found == null ? null : new Template(this, partial, found);
    }

    Set<String> partialNames() {
        return partials.keySet();
    }

    @Nullable NodeList partialBody(String partial) {
        return partials.get(partial);
    }

    @Override
    public String toString() {
        return name;
    }
}
