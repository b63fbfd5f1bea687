package dev.quintet.kernel.i18n;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a `.mo` file beside each `.po` file.
@CommandLine.Command(
        name = "compilemessages",
        description = "Checks the catalogues and writes them in their compiled form.")
final class CompileMessagesCommand extends Command {

    @Parameters(
            arity = "0..*",
            paramLabel = "FOLDER",
            description = "Folders of catalogues; locale.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = {"-l", "--locale"},
            paramLabel = "LOCALE",
            description = "Only this language, such as de or pt_BR; may be given again.")
    private List<String> locales = new ArrayList<>();

    @Option(
            names = {"-f", "--use-fuzzy"},
            description = "Takes translations that are marked as fuzzy, too.")
    private boolean fuzzy;

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) throws IOException {
        int errors = 0;
        for (Path folder : folders.isEmpty() ? List.of(Path.of("locale")) : folders) {
            if (!Files.isDirectory(folder)) {
                throw new CommandException(
                        Problem.of("kernel.E076", "There is no folder " + folder + ".")
                                .because("compilemessages looks for catalogues in locale/.")
                                .fixedBy("Run makemessages --locale de, or name another folder."));
            }
            List<Path> files;
            try (var all = Files.walk(folder)) {
                files =
                        all.filter(file -> file.toString().endsWith(".po"))
                                .filter(this::wanted)
                                .sorted()
                                .toList();
            }
            for (Path file : files) {
                errors += compile(file);
            }
        }
        return errors == 0 ? 0 : 1;
    }

    /// Catalogues lie in `LOCALE/LC_MESSAGES`.
    private boolean wanted(Path file) {
        Path messages = file.getParent();
        Path language = messages == null ? null : messages.getParent();
        return locales.isEmpty()
                || (language != null && locales.contains(String.valueOf(language.getFileName())));
    }

    private int compile(Path file) throws IOException {
        Catalogue catalogue;
        try {
            catalogue = fuzzy ? Catalogue.read(file).trusting() : Catalogue.read(file);
        } catch (CatalogueException malformed) {
            err().println(malformed.problem().render());
            return 1;
        }
        int errors = 0;
        for (Message message : catalogue.messages()) {
            String wrong = message.translated() ? strangers(message) : null;
            if (wrong != null) {
                err().println(file + ": the translation of '" + message.id() + "' " + wrong);
                errors++;
            }
        }
        if (errors > 0) {
            return errors;
        }
        String name = file.toString();
        Files.write(Path.of(name.substring(0, name.length() - 3) + ".mo"), catalogue.toMo());
        long done = catalogue.messages().stream().filter(Message::translated).count();
        out().println(file + ": " + done + " of " + catalogue.messages().size());
        return 0;
    }

    /// A place in a translation that the text does not have would stay open on the page.
    private static @Nullable String strangers(Message message) {
        Set<String> known = places(message.id());
        if (message.plural() != null) {
            known.addAll(places(message.plural()));
        }
        for (String translation : message.translations()) {
            Set<String> used = places(translation);
            used.removeAll(known);
            if (!used.isEmpty()) {
                return "has " + String.join(", ", used) + ", which the text has not.";
            }
        }
        return null;
    }

    private static Set<String> places(String text) {
        var found = new TreeSet<String>();
        for (int at = text.indexOf("%("); at >= 0; at = text.indexOf("%(", at + 2)) {
            int close = text.indexOf(')', at);
            if (close < 0) {
                break;
            }
            found.add(text.substring(at, close + 1));
        }
        return found;
    }
}
