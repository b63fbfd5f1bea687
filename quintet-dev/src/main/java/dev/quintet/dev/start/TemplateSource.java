package dev.quintet.dev.start;

import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.error.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Where the files of a template come from: a folder, a jar or zip, or an address of one.
final class TemplateSource {

    private static final int MOST_FILES = 5_000;
    private static final int MOST_BYTES = 50 << 20;
    private static final int PATIENCE_MILLIS = 30_000;

    private TemplateSource() {}

    /// {@return the files of a template that comes with Quintet: `project` or `app`}
    static List<TemplateFile> builtIn(String name) throws IOException {
        URL marker = TemplateSource.class.getResource("/dev/quintet/dev/" + name);
        try {
            URI place = Objects.requireNonNull(marker, name).toURI();
            if (!"jar".equals(place.getScheme())) {
                return inFolder(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return inFolder(jar.getPath("/dev/quintet/dev/" + name));
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// {@return the files of a folder, a jar, a zip, or of one at an `https` address}
    static List<TemplateFile> of(String source) throws IOException {
        if (source.startsWith("https://")) {
            return inZip(fetched(source), source);
        }
        if (source.matches("[a-z]+://.*")) {
            throw refused(source, "It is fetched by https only: what comes runs on your machine.");
        }
        Path path = Path.of(source);
        if (Files.isDirectory(path)) {
            return inFolder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw refused(source, "There is no such folder or file.");
        }
        return inZip(Files.readAllBytes(path), source);
    }

    private static byte[] fetched(String address) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw refused(address, "The server answers " + status + ".");
            }
            try (InputStream in = connection.getInputStream()) {
                return in.readNBytes(MOST_BYTES);
            }
        } catch (IOException | IllegalArgumentException failed) {
            throw refused(address, "It cannot be fetched: " + failed + ".");
        }
    }

    private static List<TemplateFile> inFolder(Path folder) throws IOException {
        var files = new ArrayList<TemplateFile>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".git/") && !path.startsWith("target/")) {
                    files.add(new TemplateFile(path, Files.readAllBytes(file)));
                }
                refuseMore(files, folder.toString());
            }
        }
        return files;
    }

    private static List<TemplateFile> inZip(byte[] bytes, String source) throws IOException {
        var files = new ArrayList<TemplateFile>();
        long total = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName().replace('\\', '/');
                if (entry.isDirectory() || path.startsWith("META-INF/")) {
                    continue;
                }
                byte[] content = zip.readNBytes(MOST_BYTES);
                total += content.length;
                if (total >= MOST_BYTES) {
                    throw refused(source, "It holds more than 50 MB.");
                }
                files.add(new TemplateFile(path, content));
                refuseMore(files, source);
            }
        }
        if (files.isEmpty()) {
            throw refused(source, "It is no zip, or an empty one.");
        }
        return withoutCommonFolder(files);
    }

    /// What GitHub and others pack has one folder around it.
    private static List<TemplateFile> withoutCommonFolder(List<TemplateFile> files) {
        String first = files.getFirst().path();
        int slash = first.indexOf('/');
        String folder = first.substring(0, slash + 1);
        boolean part = folder.equals("src/") || folder.startsWith(".") || folder.contains("@");
        if (slash < 0 || part || !files.stream().allMatch(file -> file.path().startsWith(folder))) {
            return files;
        }
        return files.stream()
                .map(file -> new TemplateFile(file.path().substring(slash + 1), file.bytes()))
                .toList();
    }

    private static void refuseMore(List<TemplateFile> files, String source) {
        if (files.size() > MOST_FILES) {
            throw refused(source, "It holds more than " + MOST_FILES + " files.");
        }
    }

    private static CommandException refused(String source, String why) {
        return new CommandException(
                Problem.of("dev.E011", "The template " + source + " cannot be used.")
                        .because(why)
                        .fixedBy("Name a folder, a jar or zip, or the https address of one."));
    }
}
