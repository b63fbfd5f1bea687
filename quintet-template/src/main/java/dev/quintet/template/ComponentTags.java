package dev.quintet.template;

import dev.quintet.kernel.error.Nearest;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tags of components: component, fill, and in a component's own template parameters, slot, assets;
/// in the page component_css, component_js.
final class ComponentTags {

    private static final String FILLS = "fills";

    private ComponentTags() {}

    static void addTo(Library library) {
        library.add("component", ComponentTags::compileComponent)
                .add("fill", ComponentTags::compileFill)
                .add("parameters", ComponentTags::compileParameters)
                .add("slot", ComponentTags::compileSlot)
                .add("assets", ComponentTags::compileAssets)
                .add("component_css", marks(true))
                .add("component_js", marks(false));
    }

    private static Node compileParameters(Parser parser, Token tag) {
        if (parser.draft.declared) {
            throw parser.error(tag, "'parameters' cannot appear twice in a template");
        }
        parser.draft.declared = true;
        for (String word : tag.split().subList(1, tag.split().size())) {
            Parameter parameter = parameter(parser, tag, word);
            if (parser.draft.parameters.put(parameter.name(), parameter) != null) {
                throw parser.error(tag, "The parameter '" + parameter.name() + "' comes twice");
            }
        }
        parser.typesOfParameters();
        return Closure.nothing(tag.place());
    }

    private static Parameter parameter(Parser parser, Token tag, String word) {
        int equals = word.indexOf('=');
        String front = equals < 0 ? word : word.substring(0, equals);
        boolean optional = front.endsWith("?");
        front = optional ? front.substring(0, front.length() - 1) : front;
        int colon = front.indexOf(':');
        String name = colon < 0 ? front : front.substring(0, colon);
        if (!ValueParser.isName(name) || name.startsWith("_")) {
            throw parser.error(
                    tag,
                    "'parameters' takes names, with a type and a default: title:text level:int=2,"
                            + " and not '"
                            + word
                            + "'");
        }
        Parameter.Kind kind =
                colon < 0 ? Parameter.Kind.ANY : kind(parser, tag, front.substring(colon + 1));
        Value fallback = equals < 0 ? null : parser.value(tag, word.substring(equals + 1));
        Object constant = fallback == null ? null : fallback.constantOrNull();
        if (constant != null && !kind.takes(constant)) {
            throw parser.error(
                    tag, "The default of '" + name + "' is not of the type " + kind.word() + ".");
        }
        return new Parameter(name.intern(), kind, optional, fallback);
    }

    private static Parameter.Kind kind(Parser parser, Token tag, String word) {
        Parameter.Kind known = Parameter.Kind.of(word);
        Class<?> type = known == null ? parser.engine.contextType(word) : null;
        if (known == null && type == null) {
            throw parser.error(
                    tag,
                    "template.E044",
                    "There is no type '" + word + "'.",
                    Nearest.question(word, Parameter.Kind.words(parser.engine.contextTypeNames())));
        }
        return known != null ? known : new Parameter.Kind(word, type);
    }

    private static Node compileAssets(Parser parser, Token tag) {
        List<String> words = tag.split();
        for (String word : words.subList(1, words.size())) {
            Value path = parser.value(tag, word);
            String literal = path.literal();
            if (literal == null || !literal.matches(".+\\.(css|js|mjs)")) {
                throw parser.error(
                        tag,
                        "'assets' takes static files in quotes that end in .css, .js or .mjs, and"
                                + " not "
                                + word);
            }
            parser.mention(Mention.Kind.STATIC_FILE, tag, path);
            parser.draft.assets.add(literal);
        }
        return Closure.nothing(tag.place());
    }

    private static Node compileSlot(Parser parser, Token tag) {
        List<String> words = new ArrayList<>(tag.split());
        words.removeFirst();
        String name = slotName(parser, tag, words);
        Map<String, Value> data = parser.assignments(tag, words, false);
        if (!words.isEmpty()) {
            throw parser.error(tag, "'slot' received an invalid token: '" + words.getFirst() + "'");
        }
        parser.draft.slots.add(name);
        NodeList otherwise = parser.parse(List.of("endslot"));
        parser.next();
        return new Closure(tag.place(), frame -> renderSlot(frame, name, data, otherwise));
    }

    private static void renderSlot(
            Frame frame, String name, Map<String, Value> data, NodeList otherwise) {
        Fills fills = frame.fills;
        Fills.Fill fill = fills == null ? null : fills.bodies().get(name);
        if (fills == null || fill == null) {
            otherwise.render(frame);
            return;
        }
        var given = new LinkedHashMap<String, @Nullable Object>();
        data.forEach((key, value) -> given.put(key, value.get(frame)));
        Frame caller = fills.caller();
        Output there = caller.out;
        int mark = caller.mark();
        caller.out = frame.out;
        caller.enter();
        try {
            if (fill.as() != null) {
                caller.set(fill.as(), given);
            }
            fill.body().render(caller);
        } finally {
            caller.leave();
            caller.undo(mark);
            caller.out = there;
        }
    }

    private static String slotName(Parser parser, Token tag, List<String> words) {
        if (words.isEmpty() || words.getFirst().indexOf('=') > 0) {
            return Declaration.DEFAULT_SLOT;
        }
        String word = words.removeFirst();
        String literal = ValueParser.isName(word) ? word : parser.value(tag, word).literal();
        if (literal == null || literal.isEmpty()) {
            throw parser.error(tag, "'" + tag.command() + "' takes the name of a slot");
        }
        return literal;
    }

    private static Node compileFill(Parser parser, Token tag) {
        Map<String, Fills.Fill> fills = fills(parser);
        if (fills == null) {
            throw parser.error(tag, "'fill' stands inside of 'component' only");
        }
        List<String> words = new ArrayList<>(tag.split());
        words.removeFirst();
        String name = slotName(parser, tag, words);
        String as = null;
        if (words.size() == 2 && words.getFirst().equals("as")) {
            as = words.getLast().intern();
            words.clear();
        }
        if (!words.isEmpty()) {
            throw parser.error(tag, "'fill' received an invalid token: '" + words.getFirst() + "'");
        }
        parser.memory.remove(FILLS); // a fill directly in a fill belongs to nobody
        NodeList body = parser.parse(List.of("endfill"));
        parser.next();
        parser.memory.put(FILLS, fills);
        if (fills.put(name, new Fills.Fill(body, as)) != null) {
            throw parser.error(tag, "The slot '" + name + "' is filled twice");
        }
        return Closure.nothing(tag.place());
    }

    private static Node compileComponent(Parser parser, Token tag) {
        List<String> words = new ArrayList<>(tag.split());
        words.removeFirst();
        boolean closed = !words.isEmpty() && words.getLast().equals("/");
        if (closed) {
            words.removeLast();
        }
        if (words.isEmpty() || words.getFirst().indexOf('=') > 0) {
            throw parser.error(tag, "'component' takes the name of a component first");
        }
        Value name = parser.value(tag, words.removeFirst());
        Map<String, Value> given = parser.assignments(tag, words, false);
        if (!words.isEmpty()) {
            throw parser.error(
                    tag, "'component' received an invalid token: '" + words.getFirst() + "'");
        }
        Map<String, Fills.Fill> fills = closed ? Map.of() : bodies(parser);
        var node = new ComponentNode(tag.place(), name, given, fills);
        String literal = name.literal();
        if (literal != null) {
            String template = ComponentNode.templateName(literal);
            parser.mentions.add(new Mention(Mention.Kind.TEMPLATE, template, tag.place()));
            parser.uses.add(
                    new Declaration.Use(
                            literal, template, tag.place(), types(parser, given), fills.keySet()));
        }
        return node;
    }

    /// Reads what stands in a component: its fills, and all else, which is the default slot's.
    private static Map<String, Fills.Fill> bodies(Parser parser) {
        Map<String, Fills.Fill> around = fills(parser);
        var fills = new LinkedHashMap<String, Fills.Fill>();
        parser.memory.put(FILLS, fills);
        NodeList rest = parser.parse(List.of("endcomponent"));
        parser.next();
        if (around == null) {
            parser.memory.remove(FILLS);
        } else {
            parser.memory.put(FILLS, around);
        }
        if (!rest.isBlank()) {
            fills.putIfAbsent(Declaration.DEFAULT_SLOT, new Fills.Fill(rest, null));
        }
        return Map.copyOf(fills);
    }

    private static Map<String, @Nullable Type> types(Parser parser, Map<String, Value> given) {
        var all = new HashMap<String, @Nullable Type>();
        given.forEach((name, value) -> {
            Object constant = value.constantOrNull();
            Type known = parser.types == null ? null : parser.types.of(value);
            all.put(name, constant == null ? known : constant.getClass());
        });
        return all;
    }

    @SuppressWarnings("unchecked") // this class alone uses the name
    private static @Nullable Map<String, Fills.Fill> fills(Parser parser) {
        return (Map<String, Fills.Fill>) parser.memory.get(FILLS);
    }

    private static TagCompiler marks(boolean css) {
        return (parser, tag) -> {
            if (tag.split().size() > 1) {
                throw parser.error(tag, "'" + tag.command() + "' takes no arguments");
            }
            return new Closure(
                    tag.place(),
                    frame -> {
                        if (css) {
                            frame.page().markCss(frame.out);
                        } else {
                            frame.page().markJs(frame.out);
                        }
                    });
        };
    }

    /// {@return the names of a component's variables beside its parameters}
    static Set<String> ownNames() {
        return Set.of("slots", "csrf_token", "request");
    }
}
