package dev.quintet.kernel.i18n;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Collects the texts of a project into catalogues.
@CommandLine.Command(
        name = "makemessages",
        description = "Collects the texts to translate from Java, templates and scripts.")
final class MakeMessagesCommand extends Command {

    private static final Set<String> TEMPLATES = Set.of("html", "htm", "txt", "xml");
    private static final Set<String> SCRIPTS = Set.of("js", "mjs");
    private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules");

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
        Map<String, Message> texts = new TreeMap<>();
        Map<String, Message> scripts = new TreeMap<>();
        collect(texts, scripts);
        int missing = 0;
        for (String language : languages) {
            missing += update(language, "messages", "django", texts);
            if (!scripts.isEmpty()) {
                missing += update(language, "messagesjs", "djangojs", scripts);
            }
        }
        return check && missing > 0 ? 1 : 0;
    }

    private void collect(Map<String, Message> texts, Map<String, Message> scripts)
            throws IOException {
        Path out = to.toAbsolutePath().normalize();
        Files.walkFileTree(
                source,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes about) {
                        String name = String.valueOf(dir.getFileName());
                        boolean hidden = name.startsWith(".") && name.length() > 2;
                        return hidden
                                        || SKIPPED.contains(name)
                                        || dir.toAbsolutePath().normalize().equals(out)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes about)
                            throws IOException {
                        read(file, texts, scripts);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private void read(Path file, Map<String, Message> texts, Map<String, Message> scripts)
            throws IOException {
        String name = source.relativize(file).toString().replace('\\', '/');
        String ending = name.substring(name.lastIndexOf('.') + 1);
        boolean script = SCRIPTS.contains(ending);
        if (!script && !ending.equals("java") && !TEMPLATES.contains(ending)) {
            return;
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (java.nio.charset.MalformedInputException notUtf8) {
            err().println("Skipped " + name + ": it is not UTF-8.");
            return;
        }
        List<Message> found =
                script
                        ? SourceTexts.script(text, name)
                        : ending.equals("java")
                                ? SourceTexts.java(text, name)
                                : TemplateTexts.of(text, name);
        for (Message message : found) {
            (script ? scripts : texts).merge(message.key(), message, Message::and);
        }
    }

    private int update(String language, String stem, String older, Map<String, Message> found)
            throws IOException {
        Path folder = to.resolve(language).resolve("LC_MESSAGES");
        Path django = folder.resolve(older + ".po");
        Path file = Files.exists(django) ? django : folder.resolve(stem + ".po");
        Catalogue before = Files.exists(file) ? Catalogue.read(file) : Catalogue.empty();
        List<Message> merged = merge(before, found);
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
        out().println(
                        file
                                + ": "
                                + merged.size()
                                + " texts, "
                                + missing
                                + " without a translation");
        if (!check) {
            Files.createDirectories(folder);
            Files.writeString(file, Catalogue.of(headers, merged).toPo());
        }
        return missing;
    }

    /// A text that changed a little keeps its translation, marked as fuzzy.
    private static List<Message> merge(Catalogue before, Map<String, Message> found) {
        var old = new LinkedHashMap<String, Message>();
        before.messages().forEach(message -> old.put(message.key(), message));
        var gone = new LinkedHashMap<String, Message>(old);
        gone.keySet().removeAll(found.keySet());
        gone.values().removeIf(message -> !message.translated());
        var merged = new ArrayList<Message>();
        for (Message message : found.values()) {
            Message same = old.get(message.key());
            if (same != null) {
                merged.add(message.translatedAs(same));
                continue;
            }
            @Nullable String near =
                    gone.isEmpty() ? null : Nearest.to(message.key(), gone.keySet());
            Message similar = near == null ? null : gone.get(near);
            merged.add(similar == null ? message : message.guessedFrom(similar));
        }
        return merged;
    }
}
