package dev.quintet.dev.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compiles a project's sources again as they change: those that changed, then those that depend on
/// what others see of them, until nothing is left; all of them where a source is gone or a constant
/// changed, which leaves no trace where it was copied to. What fails changes nothing.
///
/// For one thread at a time.
public final class ProjectCompiler implements AutoCloseable {

    private final List<SourceFolder> folders;
    private final List<Path> libraries;
    private final List<ClassFolder> classes;
    private final Javac javac;
    private final Stage stage;
    private final Map<Path, Stamp> compiled;

    /// A source as it was compiled.
    private record Stamp(FileTime time, long size) {

        /// What a record has of itself is put together when it is first asked, which every command
        /// would wait for.
        boolean is(@Nullable Stamp other) {
            return other != null && size == other.size && time.equals(other.time);
        }
    }

    private ProjectCompiler(List<SourceFolder> folders, List<Path> libraries, Javac javac) {
        this.folders = List.copyOf(folders);
        this.libraries = List.copyOf(libraries);
        this.classes = folders.stream().map(one -> new ClassFolder(one.classes())).toList();
        this.javac = javac;
        // Of this process: another one, such as a command beside the server, may compile as well.
        String own = "quintet-stage-" + ProcessHandle.current().pid();
        this.stage = new Stage(folders.getFirst().classes().resolveSibling(own));
        this.compiled = compiledBefore();
    }

    /// {@return the compiler of these folders, or `null` where this Java has none}
    ///
    /// @param libraries what their sources may refer to: jars and folders
    public static @Nullable ProjectCompiler of(List<SourceFolder> folders, List<Path> libraries) {
        Javac javac = Javac.find();
        return javac == null ? null : new ProjectCompiler(folders, libraries, javac);
    }

    /// Compiles what has changed since it was compiled last, in this process or before it.
    public Outcome compile() {
        Map<Path, Stamp> now = stamps();
        var changed = new TreeSet<Path>();
        now.forEach((file, stamp) -> {
            if (!stamp.is(compiled.get(file))) {
                changed.add(file);
            }
        });
        boolean gone = !now.keySet().containsAll(compiled.keySet());
        if (changed.isEmpty() && !gone) {
            return new Outcome.Compiled(List.of());
        }
        return compile(now, gone ? new TreeSet<>(now.keySet()) : changed);
    }

    /// Compiles all sources, whatever is there.
    public Outcome compileAll() {
        Map<Path, Stamp> now = stamps();
        return compile(now, new TreeSet<>(now.keySet()));
    }

    private Outcome compile(Map<Path, Stamp> now, Set<Path> first) {
        try {
            stage.clear();
            var before = new HashMap<String, ClassShape>();
            classes.forEach(
                    folder -> folder.shapes().forEach(shape -> before.put(shape.name(), shape)));
            var done = new TreeSet<Path>();
            Set<Path> round = first;
            while (!round.isEmpty()) {
                List<Finding> findings = javac.run(round, path(), stage.classes(), stage.sources());
                if (!findings.isEmpty()) {
                    // Where a source was deleted meanwhile, what was found tells nobody anything.
                    return now.keySet().stream().allMatch(Files::exists)
                            ? new Outcome.Refused(findings)
                            : compile();
                }
                done.addAll(round);
                Set<Path> next = dependents(now.keySet(), done, before);
                if (next == null) {
                    if (done.containsAll(now.keySet())) {
                        break;
                    }
                    stage.clear();
                    done.clear();
                    next = new TreeSet<>(now.keySet());
                }
                next.removeAll(done);
                round = next;
            }
            commit(done);
            compiled.clear();
            compiled.putAll(now);
            stage.clear();
            return new Outcome.Compiled(List.copyOf(done));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Path> path() {
        var path = new ArrayList<Path>();
        path.add(stage.classes());
        folders.forEach(folder -> path.add(folder.classes()));
        path.addAll(libraries);
        return path;
    }

    /// The sources that depend on what is different now; null for all of them.
    private @Nullable Set<Path> dependents(
            Set<Path> all, Set<Path> done, Map<String, ClassShape> before) {
        Map<String, ClassShape> now = stage.shapes();
        Set<String> keys = keys(done);
        var moved = new HashSet<String>();
        for (ClassShape shape : now.values()) {
            ClassShape old = before.get(shape.name());
            if (old == null) {
                continue;
            }
            if (!old.constants().equals(shape.constants())) {
                return null;
            }
            if (!old.face().equals(shape.face())) {
                moved.add(shape.name());
            }
        }
        for (ClassShape old : before.values()) {
            if (keys.contains(old.source()) && !now.containsKey(old.name())) {
                moved.add(old.name());
            }
        }
        // What a class hands down is part of those below it.
        boolean grew = !moved.isEmpty();
        while (grew) {
            grew = false;
            for (ClassShape one : before.values()) {
                if (!moved.contains(one.name())
                        && one.parents().stream().anyMatch(moved::contains)) {
                    grew |= moved.add(one.name());
                }
            }
        }
        return sourcesUsing(moved, all, before);
    }

    private @Nullable Set<Path> sourcesUsing(
            Set<String> moved, Set<Path> all, Map<String, ClassShape> before) {
        var sources = new TreeSet<Path>();
        if (moved.isEmpty()) {
            return sources;
        }
        var models = new HashMap<String, String>();
        classes.forEach(folder -> models.putAll(folder.modelsByCatalogue()));
        for (ClassShape one : before.values()) {
            if (one.uses().stream().noneMatch(moved::contains)) {
                continue;
            }
            Path source = source(one, all);
            if (source == null) {
                String outer = one.name().replaceFirst("\\$.*", "");
                String model = models.get(outer);
                ClassShape written = model == null ? null : before.get(model);
                source = written == null ? null : source(written, all);
            }
            if (source != null) {
                sources.add(source);
            } else if (folders.stream()
                    .anyMatch(each -> Files.exists(each.generated().resolve(one.source())))) {
                // Another processor wrote it, from we do not know what.
                return null;
            }
        }
        return sources;
    }

    private @Nullable Path source(ClassShape shape, Set<Path> all) {
        for (SourceFolder folder : folders) {
            Path file = folder.sources().resolve(shape.source());
            if (all.contains(file)) {
                return file;
            }
        }
        return null;
    }

    private Set<String> keys(Set<Path> sources) {
        var keys = new HashSet<String>();
        for (Path source : sources) {
            for (SourceFolder folder : folders) {
                if (source.startsWith(folder.sources())) {
                    keys.add(slashed(folder.sources().relativize(source)));
                }
            }
        }
        return keys;
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void commit(Set<Path> done) throws IOException {
        Map<String, ClassShape> made = stage.shapes();
        Map<String, String> models = stage.modelsByCatalogue();
        Set<String> kept = new HashSet<>(models.values());
        for (ClassFolder home : classes) {
            SourceFolder folder = folders.get(classes.indexOf(home));
            for (Map.Entry<Path, ClassFolder.Known> old : home.classes().entrySet()) {
                ClassShape shape = old.getValue().shape();
                Path source = folder.sources().resolve(shape.source());
                boolean gone = compiled.containsKey(source) && !Files.exists(source);
                if (!gone && !done.contains(source)) {
                    continue;
                }
                if (!kept.contains(shape.name())) {
                    home.deleteCatalogue(shape.name(), folder.generated());
                }
                if (gone || !made.containsKey(shape.name())) {
                    Files.deleteIfExists(old.getKey());
                }
            }
        }
        for (ClassShape shape : made.values()) {
            String outer = shape.name().replaceFirst("\\$.*", "");
            String model = models.get(outer);
            ClassShape origin = model == null ? shape : made.getOrDefault(model, shape);
            SourceFolder folder = folderOf(origin, done);
            stage.moveClass(shape, folder);
        }
        for (String model : models.values()) {
            ClassShape shape = Objects.requireNonNull(made.get(model), model);
            stage.moveResource(ClassFolder.INDEX + model.replace('/', '.'), folderOf(shape, done));
        }
        stage.moveRest(folders.getFirst());
    }

    private SourceFolder folderOf(ClassShape shape, Set<Path> done) {
        for (SourceFolder folder : folders) {
            if (done.contains(folder.sources().resolve(shape.source()))) {
                return folder;
            }
        }
        return folders.getFirst();
    }

    private Map<Path, Stamp> stamps() {
        var stamps = new HashMap<Path, Stamp>();
        for (SourceFolder folder : folders) {
            for (Path file : folder.javaFiles()) {
                try {
                    BasicFileAttributes seen =
                            Files.readAttributes(file, BasicFileAttributes.class);
                    stamps.put(file, new Stamp(seen.lastModifiedTime(), seen.size()));
                } catch (IOException gone) {
                    // Deleted while we looked: the next look sees it gone.
                }
            }
        }
        return stamps;
    }

    /// The sources that an earlier build compiled: their classes are younger than they are.
    private Map<Path, Stamp> compiledBefore() {
        Map<Path, Stamp> now = stamps();
        if (now.entrySet().stream().allMatch(one -> isCompiled(one.getKey(), one.getValue()))) {
            return new HashMap<>(now);
        }
        var youngest = new HashMap<Path, FileTime>();
        for (int i = 0; i < folders.size(); i++) {
            SourceFolder folder = folders.get(i);
            for (ClassFolder.Known one : classes.get(i).classes().values()) {
                youngest.merge(
                        folder.sources().resolve(one.shape().source()),
                        one.time(),
                        (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        var before = new HashMap<Path, Stamp>();
        now.forEach((file, stamp) -> {
            FileTime time = youngest.get(file);
            boolean ofPackage = file.endsWith("package-info.java");
            boolean fresh = time != null && time.compareTo(stamp.time()) >= 0;
            if (fresh || (ofPackage && !youngest.isEmpty())) {
                before.put(file, stamp);
            }
        });
        return before;
    }

    private boolean isCompiled(Path source, Stamp stamp) {
        for (SourceFolder folder : folders) {
            if (source.startsWith(folder.sources())) {
                String path = folder.sources().relativize(source).toString();
                String stem = path.substring(0, path.length() - ".java".length());
                Path made = folder.classes().resolve(stem + ".class");
                try {
                    return source.endsWith("package-info.java")
                            || Files.getLastModifiedTime(made).compareTo(stamp.time()) >= 0;
                } catch (IOException none) {
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        javac.close();
        try {
            stage.delete();
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
