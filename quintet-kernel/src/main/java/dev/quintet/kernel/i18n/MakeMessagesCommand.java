package dev.quintet.kernel.i18n;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Collects the texts of a project into catalogues.
@CommandLine.Command(
        name = "makemessages",
        description = "Collects the texts to translate from Java, templates and scripts.")
final class MakeMessagesCommand extends Command {

    /// How much of a place is written.
    enum Places {
        FULL,
        FILE,
        NEVER;

        /// {@return the one that a word names}
        static Places of(String word) {
            for (Places places : values()) {
                if (places.name().equalsIgnoreCase(word)) {
                    return places;
                }
            }
            throw new CommandLine.TypeConversionException("full, file or never was expected");
        }
    }

    /// How picocli reads it.
    static final class PlacesConverter implements CommandLine.ITypeConverter<Places> {
        @Override
        public Places convert(String word) {
            return Places.of(word);
        }
    }

    @Option(
            names = {"-l", "--locale"},
            paramLabel = "LOCALE",
            description = "A language to write, such as de or pt_BR; may be given again.")
    private List<String> locales = new ArrayList<>();

    @Option(
            names = {"-a", "--all"},
            description = "All languages that have a folder.")
    private boolean all;

    @Option(names = "--source", defaultValue = ".", description = "Folder to search; here.")
    private Path source = Path.of(".");

    @Option(names = "--to", defaultValue = "locale", description = "Folder to write; locale.")
    private Path to = Path.of("locale");

    @Option(
            names = {"-x", "--exclude"},
            paramLabel = "LOCALE",
            description = "A language to leave out; may be given again.")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = {"-i", "--ignore"},
            paramLabel = "PATTERN",
            description = "Files or folders to leave out, such as vendor or *.min.js.")
    private List<String> ignored = new ArrayList<>();

    @Option(
            names = {"-e", "--extension"},
            split = ",",
            paramLabel = "ENDING",
            description = "Endings of templates; html,htm,txt,xml.")
    private List<String> endings = List.of("html", "htm", "txt", "xml");

    @Option(names = "--no-obsolete", description = "Drops translations of texts that are gone.")
    private boolean dropObsolete;

    @Option(
            names = "--add-location",
            defaultValue = "full",
            paramLabel = "HOW",
            converter = PlacesConverter.class,
            description = "Places in catalogues: full (file:line), file, or never; full.")
    private Places places = Places.FULL;

    @Option(
            names = "--check",
            description = "Writes nothing; lists what is missing, with exit code 1.")
    private boolean check;

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) throws IOException {
        var languages = new TreeSet<>(locales);
        if (all && Files.isDirectory(to)) {
            try (var folders = Files.newDirectoryStream(to, Files::isDirectory)) {
                folders.forEach(folder -> languages.add(String.valueOf(folder.getFileName())));
            }
        }
        if (languages.isEmpty()) {
            throw new CommandException(
                    Problem.of("kernel.E074", "No language was named.")
                            .fixedBy("Add --locale de, or --all for those in " + to + "."));
        }
        for (String language : languages) {
            if (!language.matches("[A-Za-z]{2,8}([_@-][A-Za-z0-9]+)*")) {
                throw new CommandException(
                        Problem.of("kernel.E075", "'" + language + "' is no language.")
                                .fixedBy("Write it as de, pt_BR or zh_Hans."));
            }
        }
        excluded.forEach(languages::remove);
        Map<String, Message> texts = new TreeMap<>();
        Map<String, Message> scripts = new TreeMap<>();
        var sources = new SourceFiles(source, to, ignored, Set.copyOf(endings));
        for (String skipped : sources.collect(texts, scripts)) {
            err().println("Skipped " + skipped + ": it is not UTF-8.");
        }
        int missing = 0;
        for (String language : languages) {
            missing += update(language, "messages", "django", texts);
            missing += update(language, "messagesjs", "djangojs", scripts);
        }
        return check && missing > 0 ? 1 : 0;
    }

    private int update(String language, String stem, String older, Map<String, Message> found)
            throws IOException {
        Path folder = to.resolve(language).resolve("LC_MESSAGES");
        Path django = folder.resolve(older + ".po");
        Path file = Files.exists(django) ? django : folder.resolve(stem + ".po");
        if (found.isEmpty() && !Files.exists(file)) {
            return 0;
        }
        Catalogue before = Files.exists(file) ? Catalogue.read(file) : Catalogue.empty();
        var merge = new CatalogueMerge(before, found);
        List<Message> merged = merge.messages();
        var headers = new LinkedHashMap<>(before.headers());
        headers.putIfAbsent("Language", language);
        headers.putIfAbsent("MIME-Version", "1.0");
        headers.putIfAbsent("Content-Type", "text/plain; charset=UTF-8");
        headers.putIfAbsent("Content-Transfer-Encoding", "8bit");
        headers.putIfAbsent("Plural-Forms", KnownPlurals.of(language));
        int missing = 0;
        for (Message message : merged) {
            if (!message.translated()) {
                missing++;
                if (check) {
                    String places = String.join(", ", message.places());
                    out().println(language + ": " + message.id() + "  (" + places + ")");
                }
            }
        }
        int all = merged.size();
        out().println(
                        "%s: %d %s, %d without a translation"
                                .formatted(file, all, all == 1 ? "text" : "texts", missing));
        if (!check) {
            Files.createDirectories(folder);
            var leftovers =
                    new Catalogue.Leftovers(
                            before.leftovers().notes(),
                            dropObsolete ? List.of() : merge.obsolete());
            Catalogue written =
                    Catalogue.of(headers, merged.stream().map(this::placed).toList())
                            .with(leftovers);
            Files.writeString(file, written.toPo());
        }
        return missing;
    }

    private Message placed(Message message) {
        List<String> shown =
                switch (places) {
                    case FULL -> message.places();
                    case FILE ->
                            message.places().stream()
                                    .map(place -> place.substring(0, place.lastIndexOf(':')))
                                    .distinct()
                                    .toList();
                    case NEVER -> List.of();
                };
        return message.with(message.remarks().withPlaces(shown));
    }
}
