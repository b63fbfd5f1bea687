package dev.quintet.dev;

import dev.quintet.dev.compile.SourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Loads a project's own classes, as they were when it was made, and leaves those of libraries to
/// its parent, which may have older ones of the project too. Safe for many threads.
final class ProjectLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader parent;
    private final Map<String, Code> classes;
    private final Set<String> own = new LinkedHashSet<>();

    /// A class's bytes and the folder that they came from.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Code(byte[] bytes, CodeSource source) {}

    ProjectLoader(List<SourceFolder> folders, ClassLoader parent) {
        super(urls(folders), parent);
        this.parent = parent;
        this.classes = new HashMap<>();
        for (SourceFolder folder : folders) {
            own.add(url(folder.classes()).toString());
            read(folder.classes());
        }
    }

    /// {@return the loader of this program and its libraries: the parent of projects}
    static ClassLoader libraries() {
        return Objects.requireNonNull(ProjectLoader.class.getClassLoader());
    }

    private static URL[] urls(List<SourceFolder> folders) {
        var urls = new ArrayList<URL>();
        for (SourceFolder folder : folders) {
            if (folder.only() == null) {
                urls.add(url(folder.resources()));
            }
            urls.add(url(folder.classes()));
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path folder) {
        try {
            // Of a folder that is there or will be: a loader wants the slash.
            String uri = folder.toUri().toString();
            return java.net.URI.create(uri.endsWith("/") ? uri : uri + "/").toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var source = new CodeSource(url(folder), (Certificate[]) null);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                if (file.toString().endsWith(".class")) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    String name = path.substring(0, path.length() - 6).replace('/', '.');
                    classes.putIfAbsent(name, new Code(Files.readAllBytes(file), source));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Code code = classes.get(name);
        if (code == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = defineClass(name, code.bytes(), 0, code.bytes().length, code.source());
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL mine = findResource(name);
        return mine == null ? super.getResource(name) : mine;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var all = new LinkedHashSet<String>();
        var urls = new ArrayList<URL>();
        for (URL url : Collections.list(findResources(name))) {
            if (all.add(url.toString())) {
                urls.add(url);
            }
        }
        for (URL url : Collections.list(parent.getResources(name))) {
            String text = url.toString();
            if (own.stream().noneMatch(text::startsWith) && all.add(text)) {
                urls.add(url);
            }
        }
        return Collections.enumeration(urls);
    }
}
