package dev.quintet.template;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.TemplateServices;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks at all templates of an engine before a visitor does. Used once, by one thread.
final class TemplateCheck {

    private static final String DECLARATION = "context:";

    private final TemplateEngine engine;
    private final Map<String, Class<?>> contexts;
    private final Set<String> names;
    private final @Nullable TemplateServices services;
    private final Set<String> common;
    private final List<CheckMessage> found = new ArrayList<>();

    TemplateCheck(
            TemplateEngine engine,
            Map<String, Class<?>> contexts,
            Set<String> names,
            Set<String> common,
            @Nullable TemplateServices services) {
        this.engine = engine;
        this.contexts = contexts;
        this.names = names;
        this.common = common;
        this.services = services;
    }

    List<CheckMessage> run() {
        for (String name : new TreeSet<>(names)) {
            TemplateSource source = engine.source(name);
            if (source == null) {
                continue;
            }
            try {
                check(new Parser(engine, name, source.text().get()));
            } catch (TemplateException wrong) {
                report(wrong.problem(), name);
            } catch (java.io.UncheckedIOException unreadable) {
                report(
                        Problem.of("template.E045", "The template cannot be read.")
                                .because(unreadable.getMessage()),
                        name);
            }
        }
        return List.copyOf(found);
    }

    private void check(Parser parser) {
        ContextTypes types = declared(parser);
        parser.types = types;
        parser.parse();
        if (types != null) {
            found.addAll(types.found());
        }
        parser.mentions.forEach(this::check);
    }

    private void check(Mention mention) {
        String name = mention.name();
        switch (mention.kind()) {
            case TEMPLATE -> {
                String file = name.replaceAll("#.*", "");
                if (!names.contains(file) && !engine.exists(file)) {
                    report(
                            mention.place(),
                            "template.E041",
                            "There is no template '" + file + "'.",
                            Nearest.question(file, names));
                }
            }
            case ROUTE -> {
                if (services != null && !services.hasRoute(name)) {
                    report(
                            mention.place(),
                            "template.W042",
                            "No route has the name '" + name + "'.",
                            null);
                }
            }
            case STATIC_FILE -> {
                if (services != null && !services.hasStatic(name)) {
                    report(
                            mention.place(),
                            "template.W043",
                            "There is no static file '" + name + "'.",
                            null);
                }
            }
        }
    }

    /// The types of a template that begins with `{# context: AlbumPage #}`.
    private @Nullable ContextTypes declared(Parser parser) {
        for (Token token : parser.tokens()) {
            if (token.kind() == Token.Kind.COMMENT && token.content().startsWith(DECLARATION)) {
                String type = token.content().substring(DECLARATION.length()).strip();
                Class<?> context = context(type);
                if (context == null) {
                    report(
                            token.place(),
                            "template.E044",
                            "There is no context '" + type + "'.",
                            hint(type));
                    return null;
                }
                return new ContextTypes(context, untyped(parser.tokens()));
            }
        }
        return null;
    }

    private String hint(String type) {
        String near = Nearest.question(type, contexts.keySet());
        return near != null
                ? near
                : "Give its name with its package, or tell the engine's builder: contextType(...).";
    }

    private @Nullable Class<?> context(String type) {
        Class<?> known = contexts.get(type);
        if (known != null || type.indexOf('.') < 0) {
            return known;
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Class.forName(type, false, loader);
        } catch (ClassNotFoundException | LinkageError none) {
            return null;
        }
    }

    /// The names that tags bind somewhere, whatever their types: those behind `as`, and those that
    /// translations bind.
    private Set<String> untyped(List<Token> tokens) {
        var all = new HashSet<>(common);
        all.addAll(Set.of("True", "False", "None", "block", "csrf_token", "var"));
        for (Token token : tokens) {
            if (token.kind() != Token.Kind.TAG) {
                continue;
            }
            List<String> words = token.split();
            for (int i = 1; i < words.size(); i++) {
                int equals = words.get(i).indexOf('=');
                if (words.get(i - 1).equals("as")) {
                    all.add(words.get(i));
                } else if (equals > 0 && token.command().startsWith("block")) {
                    all.add(words.get(i).substring(0, equals));
                }
            }
        }
        return all;
    }

    private void report(Problem problem, String name) {
        CheckMessage finding = CheckMessage.error(problem.code(), problem.problem(), name);
        String fix = problem.fix();
        Place place = problem.place();
        finding = fix == null ? finding : finding.hint(fix);
        found.add(place == null ? finding : finding.at(place));
    }

    private void report(Place place, String id, String message, @Nullable String hint) {
        CheckMessage finding =
                (id.startsWith("template.W")
                                ? CheckMessage.warning(id, message, place.file())
                                : CheckMessage.error(id, message, place.file()))
                        .at(place);
        found.add(hint == null ? finding : finding.hint(hint));
    }
}
