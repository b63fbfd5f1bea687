package dev.quintet.kernel.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Keeps files in memory, until the process ends: for tests. Django: `InMemoryStorage`.
public final class MemoryStorage implements Storage {

    private final ConcurrentMap<String, Kept> files = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final @Nullable String url;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(byte[] bytes, Instant modified) {}

    private MemoryStorage(InstantSource clock, @Nullable String url) {
        this.clock = clock;
        this.url = url == null || url.endsWith("/") ? url : url + "/";
    }

    /// {@return a storage without files}
    ///
    /// @param url the address below which browsers find them, or `null` where they find none
    public static MemoryStorage of(InstantSource clock, @Nullable String url) {
        return new MemoryStorage(clock, url);
    }

    @Override
    public String save(String name, InputStream content) throws IOException {
        String wanted = StoredName.checked(name);
        var kept = new Kept(content.readAllBytes(), clock.instant());
        String free = wanted;
        while (files.putIfAbsent(free, kept) != null) {
            free = StoredName.another(wanted);
        }
        return free;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return new ByteArrayInputStream(kept(name).bytes());
    }

    @Override
    public void delete(String name) {
        files.remove(StoredName.checked(name));
    }

    @Override
    public boolean exists(String name) {
        return files.containsKey(StoredName.checked(name));
    }

    @Override
    public long size(String name) throws IOException {
        return kept(name).bytes().length;
    }

    @Override
    public Instant modified(String name) throws IOException {
        return kept(name).modified();
    }

    @Override
    public Listing list(String folder) {
        String bare = StoredName.folder(folder);
        String prefix = bare.isEmpty() ? "" : bare + "/";
        var folders = new TreeSet<String>();
        var names = new TreeSet<String>();
        for (String name : files.keySet()) {
            if (name.startsWith(prefix)) {
                String rest = name.substring(prefix.length());
                int slash = rest.indexOf('/');
                if (slash < 0) {
                    names.add(rest);
                } else {
                    folders.add(rest.substring(0, slash));
                }
            }
        }
        return new Listing(List.copyOf(folders), List.copyOf(names));
    }

    @Override
    public String url(String name) {
        if (url == null) {
            throw new UnsupportedOperationException("These files are private");
        }
        return StoredName.url(url, StoredName.checked(name));
    }

    private Kept kept(String name) throws NoSuchFileException {
        Kept found = files.get(StoredName.checked(name));
        if (found == null) {
            throw new NoSuchFileException(name);
        }
        return found;
    }

    @Override
    public String toString() {
        return "MemoryStorage" + files.keySet();
    }
}
