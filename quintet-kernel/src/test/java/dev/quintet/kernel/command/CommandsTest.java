package dev.quintet.kernel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Settings settings = new Settings();
    private List<Check> checks = List.of();

    @CommandLine.Command(name = "restock", description = "Orders more of an album.")
    static class Restock extends Command {

        @Option(names = "--copies", defaultValue = "1")
        private int copies;

        @Parameters(paramLabel = "TITLE")
        private String title = "";

        @Override
        protected int run(Context site) {
            if (title.equals("gone")) {
                throw new CommandException(Problem.of("shop.E001", "No album is called 'gone'."));
            }
            out().println(copies + " x " + title);
            return 0;
        }
    }

    private final class ShopApp implements App {

        @Override
        public String label() {
            return "shop";
        }

        @Override
        public List<Supplier<? extends Command>> commands() {
            return List.of(Restock::new);
        }

        @Override
        public List<Check> checks() {
            return checks;
        }
    }

    @Test
    void runsAnAppsOwnCommandWithTypedArguments() {
        assertThat(run("restock", "Idomeneo", "--copies", "3")).isZero();
        assertThat(out).hasToString("3 x Idomeneo" + System.lineSeparator());
    }

    @Test
    void listsCommandsByApp() {
        run("help");

        assertThat(out.toString())
                .containsSubsequence(
                        "Usage: quintet COMMAND",
                        "[shop]",
                        "restock ",
                        "Orders more of an album.",
                        "[quintet]",
                        "check ",
                        "diffsettings");
    }

    @Test
    void explainsOneCommand() {
        assertThat(run("help", "restock")).isZero();
        assertThat(out.toString()).contains("--copies", "TITLE", "Orders more of an album.");
    }

    @Test
    void asksWhetherAMistypedCommandWasMeant() {
        assertThat(run("restok", "x")).isEqualTo(2);
        assertThat(err.toString())
                .contains("[command.E001] There is no command 'restok'.")
                .contains("Did you mean 'restock'?")
                .contains("Usage: quintet ");
    }

    @Test
    void asksWhetherAMistypedOptionWasMeant() {
        assertThat(run("restock", "x", "--copeis=2")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'restock' has no option '--copeis'.")
                .contains("Did you mean '--copies'?");
        assertThat(err.toString().lines().filter(line -> line.startsWith("Usage: "))).hasSize(1);
    }

    @Test
    void refusesAnArgumentOfTheWrongType() {
        assertThat(run("restock", "x", "--copies", "many")).isEqualTo(2);
        assertThat(err.toString()).contains("[command.E002]", "--copies", "many", "Usage: ");
    }

    @Test
    void printsAProblemWithoutItsStackTrace() {
        assertThat(run("restock", "gone")).isEqualTo(1);
        assertThat(err)
                .hasToString("[shop.E001] No album is called 'gone'." + System.lineSeparator());
    }

    @Test
    void printsTheStackTraceWhenAsked() {
        assertThat(run("restock", "gone", "--traceback")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat ");
    }

    @Test
    void isCalledFromCodeWithItsOutput() {
        Commands.Result result = Commands.call(site(), "restock", "Idomeneo");

        assertThat(result)
                .isEqualTo(new Commands.Result(0, "1 x Idomeneo" + System.lineSeparator(), ""));
    }

    @Test
    void throwsToCodeWhatACommandThrows() {
        assertThatThrownBy(() -> Commands.call(site(), "restock", "gone"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("shop.E001");
        assertThatThrownBy(() -> Commands.call(site(), "nothing"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("command.E001");
    }

    @Test
    void doesNotRunACommandWhileChecksFindErrors() {
        checks =
                List.of(_ ->
                        List.of(CheckMessage.error("shop.E009", "The shelf is broken.", null)));

        assertThat(run("restock", "Idomeneo")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("(shop.E009) The shelf is broken.");
        assertThat(run("check")).isEqualTo(1);
    }

    @Test
    void showsWhoGaveASetting() {
        settings.secretKey("tops3cret").debug(true);

        run("diffsettings");

        assertThat(out.toString())
                .contains("DEBUG=true  # code", "SECRET_KEY=****  # code")
                .doesNotContain("tops3cret", "TIME_ZONE");
    }

    @Test
    void completesInTheShell() {
        run("completion");

        assertThat(out.toString()).contains("restock", "--copies", "complete -F");
    }

    @Test
    void findsSettingsOnTheCommandLine() {
        assertThat(
                        Commands.settingsIn(
                                List.of("check", "--set", "A=1", "--set=B=2", "--", "--set=C=3")))
                .containsExactly("A=1", "B=2");
        assertThat(run("version", "--set", "DEBUG=true")).isZero();
        assertThat(out.toString()).startsWith("Quintet ").doesNotContain("${");
    }

    private Context site() {
        return Context.of(
                settings.set(KernelSettings.LANGUAGE_CODE, "en"),
                Apps.of(List.of(new ShopApp())),
                Clock.systemUTC());
    }

    private int run(String... args) {
        return Commands.of(site(), "quintet").run(new PrintWriter(out), new PrintWriter(err), args);
    }
}
