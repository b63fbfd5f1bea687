package dev.quintet.template;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.TemplateServices;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks at all templates of an engine before a visitor does. Used once, by one thread.
final class TemplateCheck {

    private final TemplateEngine engine;
    private final Set<String> names;
    private final @Nullable TemplateServices services;
    private final Set<String> common;
    private final List<CheckMessage> found = new ArrayList<>();

    TemplateCheck(
            TemplateEngine engine,
            Set<String> names,
            Set<String> common,
            @Nullable TemplateServices services) {
        this.engine = engine;
        this.common = common;
        this.names = names;
        this.services = services;
    }

    /// {@return what is wrong about the names that a template mentions, whose pages are of `type`}
    ///
    /// @param bound further names that its pages have
    static List<CheckMessage> against(
            TemplateEngine engine, Template template, Class<?> type, Set<String> bound) {
        var parser = new Parser(engine, template.name(), template.source());
        var types = new ContextTypes(type, untyped(parser.tokens(), bound));
        parser.types = types;
        parser.parse();
        return types.found();
    }

    List<CheckMessage> run() {
        for (String name : new TreeSet<>(names)) {
            TemplateSource source = engine.source(name);
            if (source == null) {
                continue;
            }
            try {
                String text = source.text().get();
                if (engine.isForeign(name)) {
                    engine.compileForeign(name, source, text);
                } else {
                    check(new Parser(engine, name, text));
                }
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
        parser.untyped = untyped(parser.tokens(), Set.of()); // components see nothing common
        parser.types = declared(parser);
        parser.parse();
        if (parser.types != null) {
            found.addAll(parser.types.found());
        }
        parser.mentions.forEach(this::check);
        parser.uses.forEach(this::check);
        checkBlocks(parser);
    }

    /// Holds a use of a component against what it declares.
    private void check(Declaration.Use use) {
        Template template = ready(use.template());
        if (template == null) {
            return; // which is told where it stands
        }
        Declaration declaration = template.declaration();
        for (Declaration.Mistake each :
                declaration.mistakes(use.name(), use.types().keySet(), use.filled())) {
            report(use.place(), each.code(), each.problem(), each.fix());
        }
        use.types()
                .forEach((name, type) -> {
                    Parameter parameter = declaration.parameters().get(name);
                    Class<?> given = ContextTypes.raw(type);
                    if (parameter != null && given != null && !parameter.kind().mayTake(given)) {
                        var mistake =
                                Declaration.unfit(use.name(), parameter, given.getSimpleName());
                        report(use.place(), mistake.code(), mistake.problem(), mistake.fix());
                    }
                });
    }

    /// Reports blocks that no template above this one shows.
    private void checkBlocks(Parser parser) {
        var shown = new TreeSet<String>();
        String at = parser.parent;
        for (var seen = new HashSet<String>(); at != null; ) {
            Template parent = seen.add(at) && !at.equals(parser.name) ? ready(at) : null;
            if (parent == null) {
                return; // it cannot be told what is above
            }
            shown.addAll(parent.blocks.keySet());
            at = parent.parent();
            if (at == null && parent.isExtending()) {
                return;
            }
        }
        if (parser.parent == null) {
            return;
        }
        parser.blocks.forEach((name, block) -> {
            if (!shown.contains(name) && !parser.innerBlocks.contains(name)) {
                report(
                        block.place,
                        "template.W048",
                        "The block '" + name + "' is never shown: no template above has it.",
                        Nearest.question(name, shown));
            }
        });
    }

    private @Nullable Template ready(String name) {
        try {
            return engine.get(name);
        } catch (TemplateException | java.io.UncheckedIOException _) {
            return null;
        }
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
                } else if (services != null && !takes(services, mention)) {
                    report(
                            mention.place(),
                            "template.W047",
                            "No route named '" + name + "' takes " + given(mention) + ".",
                            "Give what the route captures, by its names or in its order.");
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

    private static boolean takes(TemplateServices services, Mention mention) {
        Mention.Arguments given = mention.arguments();
        return services.routeTakes(mention.name(), given.count(), given.names());
    }

    private static String given(Mention mention) {
        Mention.Arguments given = mention.arguments();
        if (!given.names().isEmpty()) {
            return String.join(", ", new TreeSet<>(given.names()));
        }
        return switch (given.count()) {
            case 0 -> "no arguments";
            case 1 -> "one argument";
            default -> given.count() + " arguments";
        };
    }

    /// The types of a template that begins with `{# context: AlbumPage #}`, or whose pages the
    /// engine knows.
    private @Nullable ContextTypes declared(Parser parser) {
        for (Token token : parser.tokens()) {
            String type = token.kind() == Token.Kind.COMMENT ? Parser.context(token) : null;
            if (type != null) {
                Class<?> context = engine.contextType(type);
                if (context == null) {
                    report(
                            token.place(),
                            "template.E044",
                            "There is no context '" + type + "'.",
                            hint(type));
                    return null;
                }
                return new ContextTypes(context, untyped(parser.tokens(), common));
            }
        }
        Class<?> known = engine.pageType(parser.name);
        return known == null ? null : new ContextTypes(known, untyped(parser.tokens(), common));
    }

    private String hint(String type) {
        String near = Nearest.question(type, engine.contextTypeNames());
        return near != null
                ? near
                : "Give its name with its package, or tell the engine's builder: contextType(...).";
    }

    /// The names that tags bind somewhere, whatever their types: those behind `as`, and those that
    /// translations bind.
    private static Set<String> untyped(List<Token> tokens, Set<String> common) {
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
