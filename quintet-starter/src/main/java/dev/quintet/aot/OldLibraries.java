package dev.quintet.aot;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes libraries anew whose classes are in the format of Java 5 or before: Java verifies such
/// classes the slow way, and keeps none of them in its AOT cache. Picocli's are, which each command
/// loads. What they do stays the same. `./manage` runs it in the folder of the project and names
/// what is written by paths below it, which may be moved; `aotcache` writes them in their place.
public final class OldLibraries {

    /// The format of Java 6 says what is where on the stack; that of Java 8 must.
    private static final int WITH_STACK_MAPS = ClassFile.JAVA_8_VERSION;

    private static final int MAGIC = 0xCAFEBABE;

    private OldLibraries() {}

    /// Writes the class path that takes the place of this process's. Where it is given a folder
    /// alone, the jars in that folder are written anew in their place.
    ///
    /// @param args the folder for the jars that are written, and the file for the class path
    /// @throws IOException when they cannot be read or written
    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        if (args.length == 1) {
            renewAll(folder);
            return;
        }
        var path = new ArrayList<String>();
        for (String entry : classPath().split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                Path library = Path.of(entry).toAbsolutePath().normalize();
                path.add(current(library, folder).toString());
            }
        }
        Files.writeString(
                Path.of(args[1]),
                String.join(File.pathSeparator, path),
                // Shells read it.
                Charset.forName(
                        Objects.requireNonNull(System.getProperty("native.encoding", "UTF-8"))));
    }

    private static void renewAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                renew(file);
            }
        }
    }

    /// {@return the class path of this process, as it was given}
    static String classPath() {
        return Objects.requireNonNull(System.getProperty("java.class.path", ""));
    }

    /// {@return a library itself, or one in `folder` that does the same in the format of today}
    static Path current(Path library, Path folder) throws IOException {
        if (!library.toString().endsWith(".jar") || !Files.isRegularFile(library)) {
            return library;
        }
        try (var jar = new JarFile(library.toFile())) {
            Set<JarEntry> old = old(jar);
            if (old.isEmpty()) {
                return library;
            }
            Path made =
                    Files.createDirectories(folder).resolve(String.valueOf(library.getFileName()));
            try (OutputStream file = Files.newOutputStream(made);
                    var out = new JarOutputStream(file)) {
                copy(jar, old, out);
            }
            return made;
        }
    }

    /// Puts in the place of a library one that does the same in the format of today, where it is
    /// not in that format.
    ///
    /// @return whether it was not
    static boolean renew(Path library) throws IOException {
        Path folder = Files.createTempDirectory(library.resolveSibling(""), "new");
        try {
            Path made = current(library, folder);
            if (made.equals(library)) {
                return false;
            }
            Files.move(made, library, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.delete(folder);
        }
    }

    private static Set<JarEntry> old(JarFile jar) throws IOException {
        var old = new HashSet<JarEntry>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (isSigned(entry)) {
                return Set.of(); // it would be no longer what was signed
            }
            if (!entry.getName().endsWith(".class")) {
                continue;
            }
            try (var in = new DataInputStream(bytes(jar, entry))) {
                boolean isClass = in.readInt() == MAGIC;
                int major = in.readInt() & 0xffff;
                if (isClass && major <= ClassFile.JAVA_5_VERSION) {
                    old.add(entry);
                }
            }
        }
        return old;
    }

    private static boolean isSigned(JarEntry entry) {
        return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private static void copy(JarFile jar, Set<JarEntry> old, JarOutputStream out)
            throws IOException {
        Set<String> names = old.stream().map(JarEntry::getName).collect(Collectors.toSet());
        ClassFile format =
                ClassFile.of(
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(
                                        OldLibraries.class.getClassLoader())));
        List<JarEntry> entries = Collections.list(jar.entries());
        for (JarEntry entry : entries) {
            if (entry.isDirectory()) {
                continue;
            }
            byte[] bytes;
            try (InputStream in = bytes(jar, entry)) {
                bytes = in.readAllBytes();
            }
            out.putNextEntry(new JarEntry(entry.getName()));
            out.write(names.contains(entry.getName()) ? current(format, bytes) : bytes);
        }
    }

    private static InputStream bytes(JarFile jar, JarEntry entry) throws IOException {
        return Objects.requireNonNull(jar.getInputStream(entry), entry.getName());
    }

    private static byte[] current(ClassFile format, byte[] bytes) {
        ClassModel old = format.parse(bytes);
        return format.transformClass(
                old,
                ClassTransform.endHandler(built -> built.withVersion(WITH_STACK_MAPS, 0))
                        .andThen(
                                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }
}
