package topics.bookshop;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "restock", description = "Puts copies on the shelf.")
final class Restock extends Command {

    @Option(names = "--copies", description = "How many of each.")
    private int copies = 1;

    @Parameters(arity = "1..*", paramLabel = "SLUG", description = "Which books.")
    private List<String> slugs = new ArrayList<>();

    @Override
    protected int run(Context site) {
        int books =
                Books.all()
                        .filter("slug__in", slugs)
                        .update(Books.stock.set(Books.stock.plus(copies)));
        out().println("Restocked " + books + " books.");
        return 0;
    }
}
