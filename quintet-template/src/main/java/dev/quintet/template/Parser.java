package dev.quintet.template;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the tree of closures from a template's tokens. Used once, by one thread.
final class Parser {

    private static final int DEEPEST = 200;
    private static final String CONTEXT = "context:";

    final TemplateEngine engine;
    final String name;
    final Map<String, BlockNode> blocks = new LinkedHashMap<>();
    final Map<String, NodeList> partials = new LinkedHashMap<>();
    final Set<String> blockNames = new java.util.HashSet<>();
    final Map<String, Object> memory = new HashMap<>();

    /// What the template names by literals.
    final List<Mention> mentions = new ArrayList<>();

    /// What it says of itself as a component.
    final Declaration.Draft draft = new Declaration.Draft();

    /// The components that it uses, by literals.
    final List<Declaration.Use> uses = new ArrayList<>();

    /// The blocks that stand inside others.
    final Set<String> innerBlocks = new java.util.HashSet<>();

    /// What its first comment of that kind says its context is, or `null`.
    @Nullable String context;

    /// The name of the template that it extends, where that is a literal.
    @Nullable String parent;

    /// The names that tags bind somewhere, while it is checked.
    @Nullable Set<String> untyped;

    /// The types of its variables, while it is checked and declares its context.
    @Nullable ContextTypes types;

    private final String source;
    private final List<Token> tokens;

    /// The engine's own until the template loads a library.
    private Map<String, TagCompiler> tags;

    private Map<String, Filter> filters;
    private boolean loaded;
    private final List<Token> open = new ArrayList<>();
    private int next;

    Parser(TemplateEngine engine, String name, String source) {
        this.engine = engine;
        this.name = name;
        this.source = source;
        this.tokens = new Lexer(name, source).tokens();
        this.tags = engine.builtinTags();
        this.filters = engine.builtinFilters();
    }

    NodeList parse() {
        NodeList all = parse(List.of());
        if (next < tokens.size()) {
            throw new IllegalStateException("tokens are left after " + next);
        }
        return all;
    }

    /// Reads until a tag whose first word, or whole content, is one of `ends`; that tag is left to
    /// be read by {@link #next}.
    NodeList parse(List<String> ends) {
        var nodes = new ArrayList<Node>();
        boolean onlyText = true;
        Place start = next < tokens.size() ? tokens.get(next).place() : new Place(name, 1, 1);
        while (next < tokens.size()) {
            Token token = tokens.get(next);
            if (token.kind() == Token.Kind.TAG && isEnd(token, ends)) {
                return new NodeList(start, nodes);
            }
            next++;
            Node node = node(token, ends);
            if (node == null) {
                continue;
            }
            if (node instanceof ExtendsNode && !onlyText) {
                throw error(
                        token,
                        "template.E006",
                        "'" + token.content() + "' must be the first tag in the template.",
                        "Move it to the first line.");
            }
            onlyText &= node instanceof TextNode;
            nodes.add(node);
        }
        if (!ends.isEmpty()) {
            Token unclosed = open.getLast();
            throw error(
                    unclosed,
                    "template.E005",
                    "Unclosed tag on line "
                            + unclosed.place().line()
                            + ": '"
                            + unclosed.command()
                            + "'. Looking for one of: "
                            + String.join(", ", ends)
                            + ".",
                    "Write {% " + ends.getLast() + " %} where it ends.");
        }
        return new NodeList(start, nodes);
    }

    private static boolean isEnd(Token token, List<String> ends) {
        if (ends.isEmpty()) {
            return false;
        }
        return ends.contains(token.command()) || ends.contains(token.content());
    }

    /// While it is checked: the types of a component's variables are those of its parameters.
    void typesOfParameters() {
        if (untyped != null && types == null && context == null) {
            var all = new HashMap<String, @Nullable Type>();
            draft.parameters.forEach((each, parameter) -> all.put(each, parameter.type()));
            var free = new java.util.HashSet<>(untyped);
            free.addAll(ComponentTags.ownNames());
            types = ContextTypes.ofComponent(all, free);
        }
    }

    private void comment(Token token) {
        context = context == null ? context(token) : context;
    }

    /// {@return the type that a comment declares as the context, or `null`}
    static @Nullable String context(Token comment) {
        return comment.content().startsWith(CONTEXT)
                ? comment.content().substring(CONTEXT.length()).strip()
                : null;
    }

    private @Nullable Node node(Token token, List<String> ends) {
        return switch (token.kind()) {
            case TEXT -> new TextNode(token.place(), token.content());
            case COMMENT -> {
                comment(token);
                yield null;
            }
            case VARIABLE -> {
                if (token.content().isEmpty()) {
                    throw error(
                            token,
                            "template.E001",
                            "Empty variable tag on line " + token.place().line() + ".",
                            "Write a name between the braces, or take them away.");
                }
                yield new VariableNode(token.place(), value(token, token.content()));
            }
            case TAG -> tag(token, ends);
        };
    }

    private Node tag(Token token, List<String> ends) {
        String command = token.command();
        if (command.isEmpty()) {
            throw error(
                    token,
                    "template.E001",
                    "Empty block tag on line " + token.place().line() + ".",
                    "Write a tag's name between the braces, or take them away.");
        }
        TagCompiler compiler = tags.get(command);
        if (compiler == null) {
            throw unknownTag(token, command, ends);
        }
        if (open.size() >= DEEPEST) {
            throw error(
                    token,
                    "template.E007",
                    "Tags stand inside each other more than " + DEEPEST + " deep.",
                    "Move the inner ones to a template of their own and include it.");
        }
        open.add(token);
        Node node = compiler.compile(this, token);
        open.removeLast();
        return node;
    }

    private TemplateSyntaxException unknownTag(Token token, String command, List<String> ends) {
        String where = "Invalid block tag on line " + token.place().line() + ": '" + command + "'";
        String problem = ends.isEmpty() ? where : where + ", expected " + either(ends);
        String library = engine.libraryOfTag(command);
        String fix =
                library != null
                        ? "Write {% load " + library + " %} at the top of the template."
                        : Nearest.question(command, tags.keySet());
        return error(
                token,
                "template.E002",
                problem + ". Did you forget to register or load this tag?",
                fix);
    }

    static String either(List<String> ends) {
        var quoted = ends.stream().map(end -> "'" + end + "'").toList();
        return quoted.size() == 1
                ? quoted.getFirst()
                : String.join(", ", quoted.subList(0, quoted.size() - 1))
                        + " or "
                        + quoted.getLast();
    }

    /// {@return the tag that ended the last {@link #parse}}
    Token next() {
        return tokens.get(next++);
    }

    /// {@return the next token without taking it, or `null` at the end}
    @Nullable Token peek() {
        return next < tokens.size() ? tokens.get(next) : null;
    }

    /// Skips until the end tag of `tag`, reading nothing in between.
    void skipPast(Token tag, String end) {
        while (next < tokens.size()) {
            Token token = tokens.get(next++);
            if (token.kind() == Token.Kind.TAG && token.content().equals(end)) {
                return;
            }
        }
        throw error(
                tag,
                "template.E005",
                "Unclosed tag on line "
                        + tag.place().line()
                        + ": '"
                        + tag.command()
                        + "'. Looking for one of: "
                        + end
                        + ".",
                "Write {% " + end + " %} where it ends.");
    }

    /// {@return whether a block is open here}
    boolean isInBlock() {
        return open.stream().limit(open.size() - 1L).anyMatch(t -> t.command().equals("block"));
    }

    List<Token> tokens() {
        return tokens;
    }

    /// Notes what `value` names, where it is a literal.
    void mention(Mention.Kind kind, Token token, Value value) {
        mention(kind, token, value, Mention.NONE);
    }

    void mention(Mention.Kind kind, Token token, Value value, Mention.Arguments arguments) {
        String literal = value.literal();
        if (literal != null && !literal.isEmpty()) {
            mentions.add(new Mention(kind, literal, token.place(), arguments));
        }
    }

    /// Reads a body in which names have types.
    NodeList parse(List<String> ends, Supplier<Map<String, @Nullable Type>> names) {
        ContextTypes known = types;
        if (known == null) {
            return parse(ends);
        }
        known.push(names.get());
        NodeList body = parse(ends);
        known.pop();
        return body;
    }

    Value value(Token token, String text) {
        return new ValueParser(this, token, text).parse();
    }

    List<Value> values(Token token, List<String> words) {
        return words.stream().map(word -> value(token, word)).toList();
    }

    @Nullable Filter filter(String filterName) {
        return filters.get(filterName);
    }

    Set<String> filterNames() {
        return filters.keySet();
    }

    /// Adds all of a library, or some names of it.
    void load(Token token, Library library, @Nullable List<String> only) {
        if (!loaded) {
            tags = new HashMap<>(tags);
            filters = new HashMap<>(filters);
            loaded = true;
        }
        if (only == null) {
            tags.putAll(library.tags());
            filters.putAll(library.filters());
            return;
        }
        for (String wanted : only) {
            TagCompiler tag = library.tags().get(wanted);
            Filter filter = library.filters().get(wanted);
            if (tag == null && filter == null) {
                var all = new TreeSet<>(library.tags().keySet());
                all.addAll(library.filters().keySet());
                throw error(
                        token,
                        "template.E004",
                        "'"
                                + wanted
                                + "' is not a valid tag or filter in tag library '"
                                + library.name()
                                + "'.",
                        Nearest.question(wanted, all));
            }
            if (tag != null) {
                tags.put(wanted, tag);
            }
            if (filter != null) {
                filters.put(wanted, filter);
            }
        }
    }

    /// {@return text that is looked up in the language of the moment}
    Object translated(String text) {
        return new Translated(text);
    }

    /// {@return `name=value` pairs from the front of `words`, which are taken away}
    ///
    /// @param oldForm whether `value as name and value as name` is read too
    Map<String, Value> assignments(Token token, List<String> words, boolean oldForm) {
        var all = new LinkedHashMap<String, Value>();
        while (!words.isEmpty()) {
            String word = words.getFirst();
            int equals = word.indexOf('=');
            if (equals > 0 && ValueParser.isName(word.substring(0, equals))) {
                all.put(
                        word.substring(0, equals).intern(),
                        value(token, word.substring(equals + 1)));
                words.removeFirst();
            } else if (oldForm && words.size() >= 3 && words.get(1).equals("as")) {
                all.put(words.get(2).intern(), value(token, word));
                words.subList(0, 3).clear();
                if (words.isEmpty() || !words.getFirst().equals("and")) {
                    return all;
                }
                words.removeFirst();
            } else {
                return all;
            }
        }
        return all;
    }

    TemplateSyntaxException error(Token token, String problem) {
        return error(token, "template.E001", problem, null);
    }

    TemplateSyntaxException error(Token token, String code, String problem, @Nullable String fix) {
        return new TemplateSyntaxException(
                new Problem(
                        code,
                        problem,
                        Snippet.of(source, token.place().line()),
                        fix,
                        token.place()));
    }
}
