package dev.quintet.http.staticfiles;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says where a static file comes from.
@CommandLine.Command(
        name = "findstatic",
        description = "Says where static files come from; the first place wins.")
final class FindStaticCommand extends Command {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Such as css/site.css.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--first", description = "Shows the place that wins only.")
    private boolean first;

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context context) {
        StaticFiles files = context.get(StaticFiles.KEY);
        boolean all = true;
        for (String name : names) {
            List<URL> places = files.locateAll(name);
            if (places.isEmpty()) {
                err().println("There is no static file " + name + ".");
                files.sources().forEach(source -> err().println("  looked in " + source));
                all = false;
                continue;
            }
            out().println(name);
            places.stream()
                    .limit(first ? 1 : places.size())
                    .forEach(url -> out().println("  " + url));
        }
        err().flush();
        return all ? 0 : 1;
    }
}
