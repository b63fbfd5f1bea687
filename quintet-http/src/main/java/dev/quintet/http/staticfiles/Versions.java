package dev.quintet.http.staticfiles;

import dev.quintet.http.StaticFilesException;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Gives each static file a name that holds the hash of its content, with all references in it
/// leading to such names: when an image changes, so does the name of the style sheet that shows it,
/// and of the script that imports that.
///
/// Files that refer to each other in a circle get hashes of all of their contents together (the
/// circles are found as R. Tarjan does, 1972). For one use, by one thread.
final class Versions {

    private static final int HASH_LENGTH = 12;

    private final Reader reader;
    private final String prefix;
    private final Predicate<String> named;
    private final boolean strict;
    private final Map<String, Version> done = new LinkedHashMap<>();

    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Map<String, List<String>> leadsTo = new HashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    /// Reads files by their names.
    @FunctionalInterface
    interface Reader {
        /// {@return the content, or `null` where there is no such file}
        byte @Nullable [] read(String name) throws IOException;
    }

    /// A file under its new name.
    ///
    /// @param name with the hash
    /// @param hash the first twelve digits of an MD5, as Django's hashed names have it
    /// @param bytes the content, with new names in it
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Version(String name, String hash, byte[] bytes) {}

    /// Begins without any file.
    ///
    /// @param named which files have a hash in their names already: they stay as they are
    /// @param strict whether a reference to a file that is not there is refused, rather than left
    ///   as it is
    Versions(Reader reader, String prefix, Predicate<String> named, boolean strict) {
        this.reader = reader;
        this.prefix = prefix;
        this.named = named;
        this.strict = strict;
    }

    /// {@return a file under its new name, or `null` where there is no such file}
    ///
    /// @throws StaticFilesException where it refers, directly or not, to a file that is not there
    @Nullable Version of(String name) {
        byte[] bytes = done.containsKey(name) ? null : content(name);
        if (bytes != null && named.test(name)) {
            done.put(name, new Version(name, hash(List.of(bytes)), bytes));
        } else if (bytes != null) {
            visit(name);
        }
        return done.get(name);
    }

    /// {@return the name with a hash before its ending}
    static String hashed(String name, String hash) {
        int slash = name.lastIndexOf('/');
        int dot = name.lastIndexOf('.');
        int cut = dot > slash ? dot : name.length();
        return name.substring(0, cut) + "." + hash + name.substring(cut);
    }

    private void visit(String name) {
        index.put(name, index.size());
        low.put(name, index.get(name));
        open.push(name);
        var targets = new ArrayList<String>();
        if (References.mayHold(name)) {
            for (String target : References.of(name, text(name), prefix)) {
                if (content(target) == null) {
                    missing(name, target);
                } else {
                    targets.add(target);
                }
            }
        }
        leadsTo.put(name, targets);
        for (String target : targets) {
            if (named.test(target)) {
                of(target);
            } else if (!index.containsKey(target)) {
                visit(target);
                low.merge(name, low.getOrDefault(target, 0), Math::min);
            } else if (open.contains(target)) {
                low.merge(name, index.getOrDefault(target, 0), Math::min);
            }
        }
        if (low.get(name).equals(index.get(name))) {
            close(name);
        }
    }

    /// Names the files of a circle, or the one file that is in none.
    private void close(String name) {
        var circle = new ArrayList<String>();
        String each;
        do {
            each = open.pop();
            circle.add(each);
        } while (!each.equals(name));
        Collections.sort(circle);
        boolean alone = circle.size() == 1 && !leadsTo.getOrDefault(name, List.of()).contains(name);
        if (alone) {
            byte[] bytes = rewritten(name, Map.of());
            String hash = hash(List.of(bytes));
            done.put(name, new Version(hashed(name, hash), hash, bytes));
            return;
        }
        var together = new ArrayList<byte[]>();
        circle.forEach(member -> together.add(rewritten(member, Map.of())));
        var names = new HashMap<String, String>();
        var hashes = new HashMap<String, String>();
        for (String member : circle) {
            var all = new ArrayList<byte[]>(together);
            all.add(member.getBytes(StandardCharsets.UTF_8));
            hashes.put(member, hash(all));
            names.put(member, hashed(member, hash(all)));
        }
        for (String member : circle) {
            done.put(
                    member,
                    new Version(
                            names.getOrDefault(member, member),
                            hashes.getOrDefault(member, ""),
                            rewritten(member, names)));
        }
    }

    private byte[] rewritten(String name, Map<String, String> circle) {
        byte[] bytes = java.util.Objects.requireNonNull(content(name));
        if (!References.mayHold(name)) {
            return bytes;
        }
        String before = text(name);
        String after =
                References.replace(
                        name,
                        before,
                        prefix,
                        target -> {
                            Version version = done.get(target);
                            return version == null
                                    ? circle.getOrDefault(target, target)
                                    : version.name();
                        });
        return after.equals(before) ? bytes : after.getBytes(StandardCharsets.UTF_8);
    }

    private void missing(String name, String target) {
        // A source map is for developers: it is often not shipped.
        if (strict && !target.endsWith(".map")) {
            throw new StaticFilesException(
                    Problem.of(
                                    "http.E070",
                                    "The static file "
                                            + name
                                            + " refers to "
                                            + target
                                            + ", which is not there.")
                            .fixedBy(
                                    "Add that file or take the reference out, or set"
                                            + " STATICFILES_STRICT=false."));
        }
    }

    private String text(String name) {
        return new String(java.util.Objects.requireNonNull(content(name)), StandardCharsets.UTF_8);
    }

    private byte @Nullable [] content(String name) {
        byte[] known = contents.get(name);
        if (known == null) {
            try {
                known = reader.read(name);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            if (known != null) {
                contents.put(name, known);
            }
        }
        return known;
    }

    private static String hash(List<byte[]> parts) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            parts.forEach(md5::update);
            return HexFormat.of().formatHex(md5.digest()).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
