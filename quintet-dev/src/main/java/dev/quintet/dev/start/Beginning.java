package dev.quintet.dev.start;

import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the files of a template into a folder, with names put into their paths and their text:
/// `@name@`, `@package@` and so on. An ending `-tpl` is taken off, so that a template's files are
/// not taken for what they will be. Nothing that is there is ever overwritten.
final class Beginning {

    private static final String ENDING = "-tpl";
    private static final int WIDTH = 100;
    private static final Pattern PLACE = Pattern.compile("@([A-Za-z]+)@");
    private static final Pattern IMPORTS =
            Pattern.compile("(?m)(?:^import (?:static )?[\\w.*]+;\\n)+");

    private final Path folder;
    private final Map<String, String> names;

    Beginning(Path folder, Map<String, String> names) {
        this.folder = folder.toAbsolutePath().normalize();
        this.names = Map.copyOf(names);
    }

    /// Writes all or, where one is there already, none.
    ///
    /// @return what was written, below the folder
    List<Path> write(List<TemplateFile> files) throws IOException {
        var all = new LinkedHashMap<Path, byte[]>();
        for (TemplateFile file : files) {
            Path target = target(file.path());
            if (Files.exists(target)) {
                throw new CommandException(
                        Problem.of("dev.E012", folder.relativize(target) + " is there already.")
                                .because("Nothing is overwritten, and nothing was written.")
                                .fixedBy("Choose another name or another folder."));
            }
            all.put(target, content(target, file.bytes()));
        }
        for (Map.Entry<Path, byte[]> one : all.entrySet()) {
            Path target = one.getKey();
            Files.createDirectories(target.resolveSibling(""));
            Files.write(target, one.getValue());
            if (one.getValue().length > 2 && one.getValue()[0] == '#' && one.getValue()[1] == '!') {
                target.toFile().setExecutable(true, false);
            }
        }
        return all.keySet().stream().map(folder::relativize).toList();
    }

    private Path target(String path) {
        String named = PLACE.matcher(path).replaceAll(this::inPath);
        String plain =
                named.endsWith(ENDING)
                        ? named.substring(0, named.length() - ENDING.length())
                        : named;
        Path target = folder.resolve(plain).normalize();
        if (!target.startsWith(folder)) {
            throw new CommandException(
                    Problem.of("dev.E013", "The template would write outside of the folder.")
                            .because("It holds a file called " + path + ".")
                            .fixedBy("Do not trust it."));
        }
        return target;
    }

    private String inPath(MatchResult place) {
        String name = String.valueOf(place.group(1));
        String shown = names.getOrDefault(name, place.group());
        return Matcher.quoteReplacement(name.equals("package") ? shown.replace('.', '/') : shown);
    }

    private byte[] content(Path target, byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return bytes; // a picture, a font
            }
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        text =
                PLACE.matcher(text)
                        .replaceAll(place ->
                                Matcher.quoteReplacement(
                                        names.getOrDefault(
                                                String.valueOf(place.group(1)), place.group())));
        return finished(target.toString(), text).getBytes(StandardCharsets.UTF_8);
    }

    private static String finished(String name, String text) {
        if (name.endsWith(".java")) {
            return java(text);
        }
        // The shell of Windows misses labels in files with bare line feeds.
        return name.endsWith(".cmd") || name.endsWith(".bat")
                ? text.replaceAll("\\r?\\n", "\r\n")
                : text;
    }

    /// As the formatter wants it, whatever the names are: imports in order, long lines broken.
    private static String java(String text) {
        String sorted =
                IMPORTS.matcher(text)
                        .replaceAll(block ->
                                Matcher.quoteReplacement(
                                        block.group()
                                                .lines()
                                                .sorted()
                                                .distinct()
                                                .reduce("", (all, one) -> all + one + "\n")));
        var lines = new ArrayList<String>();
        for (String line : sorted.split("\n", -1)) {
            int equals = line.indexOf(" = ");
            if (line.length() > WIDTH && equals > 0) {
                String indent = " ".repeat(line.length() - line.stripLeading().length() + 8);
                lines.add(line.substring(0, equals + 2));
                lines.add(indent + line.substring(equals + 3));
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }
}
