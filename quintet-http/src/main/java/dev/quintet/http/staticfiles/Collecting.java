package dev.quintet.http.staticfiles;

import dev.quintet.http.StaticFilesException;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Puts all static files of a site into one folder. What is there already, byte for byte, is left
/// alone; the manifest is written last, so that a server that starts meanwhile sees the old files
/// or the new.
final class Collecting {

    private final StaticFiles files;
    private final Path folder;
    private final boolean clear;
    private final boolean dry;
    private final boolean strict;
    private final Set<Path> kept = new HashSet<>();
    private int copied;
    private int unmodified;

    Collecting(StaticFiles files, Path folder, boolean clear, boolean dry, boolean strict) {
        this.files = files;
        this.folder = folder.toAbsolutePath().normalize();
        this.clear = clear;
        this.dry = dry;
        this.strict = strict;
    }

    StaticFiles.Collected run() throws IOException {
        var names = new TreeSet<String>();
        files.sources().forEach(source -> names.addAll(source.list()));
        Versions versions = files.versions(strict);
        Map<String, String> manifest = new LinkedHashMap<>();
        // All is read and named before the first byte is written: a mistake changes nothing.
        for (String name : names) {
            Versions.Version version = versions.of(name);
            if (version != null) {
                manifest.put(name, version.name());
            }
        }
        if (!dry) {
            refuseFile();
            Files.createDirectories(folder);
        }
        for (String name : manifest.keySet()) {
            Versions.Version version = versions.of(name);
            if (version != null) {
                write(name, version.bytes());
                if (!version.name().equals(name)) {
                    write(version.name(), version.bytes());
                }
            }
        }
        if (!dry) {
            Manifest.of(manifest).write(folder);
        }
        kept.add(folder.resolve(Manifest.FILE));
        return new StaticFiles.Collected(copied, unmodified, clear ? clear() : 0);
    }

    private void refuseFile() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StaticFilesException(
                    Problem.of("http.E071", "STATIC_ROOT, " + folder + ", is no folder.")
                            .fixedBy("Set STATIC_ROOT to a folder of its own."));
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name).normalize();
        place(file, bytes);
        if (StaticFile.pays(name, bytes.length)) {
            for (Packing packing : Packing.all()) {
                byte[] packed = packing.pack(bytes);
                if (packed != null && packed.length < bytes.length * 0.95) {
                    place(packing.of(file), packed);
                }
            }
        }
    }

    private void place(Path file, byte[] bytes) throws IOException {
        kept.add(file);
        if (Files.isRegularFile(file)
                && Files.size(file) == bytes.length
                && java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
            unmodified++;
            return;
        }
        copied++;
        if (dry) {
            return;
        }
        Path parent = java.util.Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        Path written = Files.createTempFile(parent, "new", ".tmp");
        try {
            Files.write(written, bytes);
            readable(written);
            Files.move(
                    written,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /// Temporary files are for their owner alone; a web server beside us may be another.
    static void readable(Path file) throws IOException {
        var rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (rights != null) {
            rights.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private int clear() throws IOException {
        int deleted = 0;
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!kept.contains(file)) {
                    deleted++;
                    if (!dry) {
                        Files.delete(file);
                    }
                }
            }
        }
        return deleted;
    }
}
