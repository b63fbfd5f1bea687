package dev.quintet;

import dev.quintet.http.Route;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.ViewFunction;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.json.Json;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Lists the routes.
@CommandLine.Command(
        name = "listurls",
        description = "Lists every route: its path, methods, view, name and middleware.")
final class ListUrlsCommand extends Command {

    @Option(names = "--json", description = "As a JSON list.")
    private boolean json;

    /// One line of the list.
    private record Line(String path, String methods, String view, String name, List<String> chain) {

        Map<String, @Nullable Object> members() {
            var members = new LinkedHashMap<String, @Nullable Object>();
            members.put("path", path);
            members.put("methods", methods.equals("*") ? List.of() : List.of(methods.split(",")));
            members.put("view", view);
            members.put("name", name.isEmpty() ? null : name);
            members.put("middleware", chain);
            return members;
        }
    }

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        var lines = new ArrayList<Line>();
        collect(site.get(Router.KEY).routes(), "/", "", List.of(), lines);
        if (json) {
            out().println(Json.text(lines.stream().map(Line::members).toList()));
            return 0;
        }
        int path = width(lines.stream().map(Line::path).toList());
        int methods = width(lines.stream().map(Line::methods).toList());
        int view = width(lines.stream().map(Line::view).toList());
        int name = width(lines.stream().map(Line::name).toList());
        String format = "%-" + path + "s  %-" + methods + "s  %-" + view + "s  %-" + name + "s  %s";
        for (Line line : lines) {
            String text =
                    format.formatted(
                            line.path,
                            line.methods,
                            line.view,
                            line.name,
                            String.join(" > ", line.chain));
            out().println(text.stripTrailing());
        }
        return 0;
    }

    private static int width(List<String> column) {
        return Math.max(1, column.stream().mapToInt(String::length).max().orElse(1));
    }

    private static void collect(
            Routes routes, String prefix, String space, List<String> around, List<Line> lines) {
        for (Route route : routes.list()) {
            String path = prefix + route.pattern();
            var chain = new ArrayList<>(around);
            route.middleware().forEach(each -> chain.add(each.name()));
            Routes included = route.included();
            if (included != null) {
                String inner = route.namespace();
                collect(included, path, inner == null ? space : space + inner + ":", chain, lines);
                continue;
            }
            ViewFunction view = route.view();
            String methods =
                    route.methods().isEmpty()
                            ? "*"
                            : String.join(",", new TreeSet<>(route.methods()));
            lines.add(
                    new Line(
                            path,
                            methods,
                            view == null ? "" : shown(view),
                            route.name() == null ? "" : space + route.name(),
                            List.copyOf(chain)));
        }
    }

    /// {@return `Catalog.album` of a method reference, the class's name of anything else}
    private static String shown(ViewFunction view) {
        if (view instanceof Serializable && view.getClass().isHidden()) {
            try {
                Method replace = view.getClass().getDeclaredMethod("writeReplace");
                replace.setAccessible(true);
                if (replace.invoke(view) instanceof SerializedLambda lambda) {
                    String owner = simple(lambda.getImplClass().replace('/', '.'));
                    boolean reference = !lambda.getImplMethodName().startsWith("lambda$");
                    return owner + (reference ? "." + lambda.getImplMethodName() : " (lambda)");
                }
            } catch (ReflectiveOperationException | RuntimeException closed) {
                // The package is not open: then the class must do.
                return simple(view.getClass().getName().replaceFirst("\\$\\$Lambda.*", ""))
                        + " (lambda)";
            }
        }
        return simple(view.getClass().getName());
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
