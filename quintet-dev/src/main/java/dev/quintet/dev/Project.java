package dev.quintet.dev;

import dev.quintet.dev.compile.SourceFolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is being worked on: sources, the libraries that they use, and the class to start.
///
/// @param folder where settings files lie, absolute
/// @param sources at least one folder
/// @param libraries jars and folders of classes that stay as they are
/// @param main the class with the method `main`
record Project(Path folder, List<SourceFolder> sources, List<Path> libraries, String main) {

    /// For programs that were started with a project of their own.
    static final ScopedValue<Project> GIVEN = ScopedValue.newInstance();

    Project {
        sources = List.copyOf(sources);
        libraries = List.copyOf(libraries);
    }

    /// {@return the project whose classes are on the class path of this process, or `null` where
    /// the sources of none are there}
    ///
    /// @param site the class of the site
    static @Nullable Project ofProcess(Class<?> site) {
        if (GIVEN.isBound()) {
            return GIVEN.get();
        }
        var sources = new ArrayList<SourceFolder>();
        var libraries = new ArrayList<Path>();
        for (Path entry : classPath()) {
            SourceFolder folder = sourcesOf(entry);
            if (folder == null) {
                libraries.add(entry);
            } else {
                sources.add(folder);
            }
        }
        String main = main(site);
        return sources.isEmpty() || main == null || !holds(sources, main)
                ? null
                : new Project(Path.of("").toAbsolutePath(), sources, libraries, main);
    }

    /// {@return the class path of this process, absolute}
    static List<Path> classPath() {
        var entries = new ArrayList<Path>();
        for (String entry :
                Objects.requireNonNull(System.getProperty("java.class.path", ""))
                        .split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry).toAbsolutePath().normalize());
            }
        }
        return entries;
    }

    /// Maven's `target/classes` with `src/main/java` beside it, unless it is a part of Quintet:
    /// what runs a project cannot be exchanged with it.
    private static @Nullable SourceFolder sourcesOf(Path classes) {
        if (!classes.endsWith(Path.of("target", "classes"))
                || Files.exists(classes.resolve("dev/quintet"))) {
            return null;
        }
        SourceFolder folder = SourceFolder.ofMaven(classes.resolve("../..").normalize());
        return Files.isDirectory(folder.sources()) ? folder : null;
    }

    private static @Nullable String main(Class<?> site) {
        List<String> mains =
                StackWalker.getInstance()
                        .walk(frames ->
                                frames.filter(frame -> frame.getMethodName().equals("main"))
                                        .map(StackWalker.StackFrame::getClassName)
                                        .toList());
        if (!mains.isEmpty()) {
            return mains.getLast();
        }
        return site.getName();
    }

    private static boolean holds(List<SourceFolder> sources, String main) {
        String file = main.replace('.', '/') + ".class";
        return sources.stream().anyMatch(folder -> Files.exists(folder.classes().resolve(file)));
    }
}
