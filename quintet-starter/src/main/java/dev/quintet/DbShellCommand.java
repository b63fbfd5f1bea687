package dev.quintet;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.ServiceUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Opens the database's own client, as the user that the site is. The password goes by the
/// environment: whoever lists the machine's processes does not see it.
@CommandLine.Command(
        name = "dbshell",
        description = "Opens psql, mariadb or sqlite3 on the site's database.")
final class DbShellCommand extends Command {

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "Another database than the default one.")
    private String database = "default";

    @Option(names = "--print", description = "Only prints what it would start.")
    private boolean print;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "Words for the client, behind --.")
    private List<String> words = new ArrayList<>();

    /// A program and what it is told by its environment.
    record Client(List<String> words, Map<String, String> environment) {}

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) throws IOException, InterruptedException {
        Map<String, ServiceUrl> urls = site.settings().databases();
        ServiceUrl url = urls.get(database);
        if (url == null) {
            throw new CommandException(
                    Problem.of("command.E005", "There is no database '" + database + "'.")
                            .because("There are: " + String.join(", ", urls.keySet()) + ".")
                            .fixedBy(Nearest.question(database, urls.keySet())));
        }
        Client client = client(url, words);
        if (print) {
            out().println(String.join(" ", client.words()));
            return 0;
        }
        var builder = new ProcessBuilder(client.words()).inheritIO();
        builder.environment().putAll(client.environment());
        try {
            return builder.start().waitFor();
        } catch (IOException missing) {
            String program = client.words().getFirst();
            throw new CommandException(
                    Problem.of("command.E006", "The program " + program + " cannot be started.")
                            .because(missing.getMessage())
                            .fixedBy("Install the client of the database; it must be on PATH."),
                    missing);
        }
    }

    static Client client(ServiceUrl url, List<String> more) {
        return switch (url.scheme()) {
            case "sqlite" -> {
                var words = new ArrayList<>(List.of("sqlite3", url.path()));
                words.addAll(more);
                yield new Client(words, Map.of());
            }
            case "postgresql" -> postgresql(url, more);
            case "mariadb", "mysql" -> mariadb(url, more);
            default ->
                    throw new CommandException(
                            Problem.of(
                                    "command.E007",
                                    "No client is known for a database of '"
                                            + url.scheme()
                                            + "'."));
        };
    }

    private static Client postgresql(ServiceUrl url, List<String> more) {
        var environment = new TreeMap<String, String>();
        put(environment, "PGHOST", url.host());
        put(environment, "PGPORT", String.valueOf(url.port(5432)));
        put(environment, "PGUSER", url.user());
        put(environment, "PGPASSWORD", url.password());
        put(environment, "PGDATABASE", url.path());
        put(environment, "PGSSLMODE", url.options().get("sslmode"));
        var words = new ArrayList<>(List.of("psql"));
        words.addAll(more);
        return new Client(words, environment);
    }

    private static Client mariadb(ServiceUrl url, List<String> more) {
        var environment = new TreeMap<String, String>();
        put(environment, "MYSQL_PWD", url.password());
        var words = new ArrayList<>(List.of("mariadb"));
        if (url.host() != null) {
            words.add("--host=" + url.host());
            words.add("--port=" + url.port(3306));
        }
        if (url.user() != null) {
            words.add("--user=" + url.user());
        }
        words.add("--database=" + url.path());
        words.addAll(more);
        return new Client(words, environment);
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.put(name, value);
        }
    }
}
