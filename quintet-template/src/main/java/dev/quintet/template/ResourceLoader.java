package dev.quintet.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/// Templates that lie beside an app's classes: below the folder or inside the jar that the class
/// was loaded from, so that two apps may have files of one name; else whatever its loader sees.
final class ResourceLoader implements TemplateLoader {

    private final Class<?> owner;
    private final String prefix;
    private final @Nullable FolderLoader folder;
    private final @Nullable Path jar;
    private volatile @Nullable Listing listing;

    /// The templates of a jar, each with what changes when it does, as long as the jar is the same.
    private record Listing(FileTime time, long size, Map<String, String> versions) {

        boolean isOf(BasicFileAttributes file) {
            return time.equals(file.lastModifiedTime()) && size == file.size();
        }
    }

    ResourceLoader(Class<?> owner, String prefix) {
        this.owner = owner;
        this.prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        Path root = root(owner);
        this.folder =
                root != null && Files.isDirectory(root)
                        ? new FolderLoader(root.resolve(this.prefix))
                        : null;
        this.jar = root != null && Files.isRegularFile(root) ? root : null;
    }

    @Override
    public @Nullable TemplateSource find(String name) {
        if (folder != null) {
            // What it has not is not looked for on the class path: that has what other apps have.
            return folder.find(name);
        }
        String resource = prefix + name;
        if (jar != null) {
            String version = listed(jar).versions().get(name);
            return version == null
                    ? null
                    : new TemplateSource(jar + "!/" + resource, version, () -> read(jar, resource));
        }
        URL url = owner.getResource("/" + resource);
        if (url == null) {
            return null;
        }
        return new TemplateSource(url.toString(), url.toString(), () -> read(url));
    }

    @Override
    public Set<String> names() {
        if (folder != null) {
            return folder.names();
        }
        if (jar == null) {
            return Set.of();
        }
        return listed(jar).versions().keySet();
    }

    @Override
    public String place(String name) {
        return folder != null
                ? folder.place(name)
                : (jar == null ? "class path of " + owner.getName() : jar) + "!/" + prefix + name;
    }

    /// To open a jar reads the list of all that is in it, and most jars are asked for what others
    /// have: so what it has is remembered.
    private Listing listed(Path jar) {
        try {
            var now = Files.readAttributes(jar, BasicFileAttributes.class);
            Listing known = listing;
            if (known == null || !known.isOf(now)) {
                known = new Listing(now.lastModifiedTime(), now.size(), versions(jar));
                listing = known;
            }
            return known;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, String> versions(Path jar) throws IOException {
        var versions = new HashMap<String, String>();
        try (var file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                    versions.put(
                            entry.getName().substring(prefix.length()),
                            entry.getCrc() + "/" + entry.getSize());
                }
            }
        }
        return Map.copyOf(versions);
    }

    private static String read(Path jar, String resource) {
        try (var file = new JarFile(jar.toFile());
                InputStream in = file.getInputStream(new ZipEntry(resource))) {
            if (in == null) {
                throw new IOException(resource + " is no longer in " + jar);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(URL url) {
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false); // a jar that was replaced is read anew
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static @Nullable Path root(Class<?> owner) {
        CodeSource source = owner.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place == null || !"file".equals(place.getProtocol())) {
            return null;
        }
        try {
            Path found = Path.of(place.toURI());
            // A source that Java runs as a program has its templates beside it.
            return found.toString().endsWith(".java") ? found.getParent() : found;
        } catch (URISyntaxException odd) {
            return null;
        }
    }
}
