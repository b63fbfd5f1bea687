package dev.quintet;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/// What a process runs with, jar by jar, as a bill of materials: CycloneDX 1.6.
///
/// The same jars give the same text, whenever and wherever it is written.
final class BillOfMaterials {

    private static final Pattern POM =
            Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    /// Where a local repository of Maven's begins, and how it lays out what it holds.
    private static final Pattern REPOSITORY =
            Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3(-[^/]+)?\\.jar");

    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    private BillOfMaterials() {}

    /// What Maven knows a library by.
    ///
    /// @param group empty where the jar does not say it
    private record Coordinates(String group, String name, String version) {

        @Nullable String purl() {
            return group.isEmpty() || version.isEmpty()
                    ? null
                    : "pkg:maven/" + group + "/" + name + "@" + version;
        }
    }

    /// {@return the jars of a class path or module path, with those that they name in turn}
    static Set<Path> jars(String... paths) {
        var found = new TreeSet<Path>();
        for (String path : paths) {
            for (String each : path.split(File.pathSeparator, -1)) {
                if (!each.isEmpty()) {
                    collect(Path.of(each).toAbsolutePath().normalize(), found);
                }
            }
        }
        return found;
    }

    private static void collect(Path path, Set<Path> found) {
        if (!path.toString().endsWith(".jar") || !Files.isRegularFile(path) || !found.add(path)) {
            return;
        }
        try (var jar = new JarFile(path.toFile())) {
            String more = main(jar, Attributes.Name.CLASS_PATH.toString());
            for (String each : more == null ? new String[0] : more.strip().split("\\s+")) {
                URI target = path.toUri().resolve(each);
                if ("file".equals(target.getScheme())) {
                    collect(Path.of(target).normalize(), found);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// {@return the document, to be written as JSON}
    ///
    /// @param site the name of what runs
    /// @param version Quintet's, which writes this
    static Map<String, Object> of(String site, String version, Set<Path> jars) {
        var components = new ArrayList<Map<String, Object>>();
        var contents = new StringBuilder(site);
        for (Path jar : jars) {
            String hash = sha256(jar);
            contents.append(' ').append(hash);
            components.addAll(components(jar, hash));
        }
        components.sort(Comparator.comparing(each -> String.valueOf(each.get("bom-ref"))));
        var document = new LinkedHashMap<String, Object>();
        document.put("bomFormat", "CycloneDX");
        document.put("specVersion", "1.6");
        document.put(
                "serialNumber",
                "urn:uuid:"
                        + UUID.nameUUIDFromBytes(
                                contents.toString().getBytes(StandardCharsets.UTF_8)));
        document.put("version", 1);
        document.put(
                "metadata",
                Map.of(
                        "component",
                        application(site, ""),
                        "tools",
                        Map.of("components", List.of(application("quintet", version)))));
        document.put("components", components);
        return document;
    }

    private static Map<String, Object> application(String name, String version) {
        var component = new LinkedHashMap<String, Object>();
        component.put("type", "application");
        component.put("name", name);
        if (!version.isEmpty()) {
            component.put("version", version);
        }
        return component;
    }

    /// One for the jar, or one for each library that was packed into it.
    private static List<Map<String, Object>> components(Path path, String hash) {
        try (var jar = new JarFile(path.toFile())) {
            List<Coordinates> all = coordinates(path, jar);
            String license = main(jar, "Bundle-License");
            var components = new ArrayList<Map<String, Object>>();
            for (Coordinates each : all) {
                components.add(component(path, each, hash, license));
            }
            return components;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Object> component(
            Path path, Coordinates coordinates, String hash, @Nullable String license) {
        var component = new LinkedHashMap<String, Object>();
        String purl = coordinates.purl();
        component.put("type", "library");
        component.put("bom-ref", purl == null ? "sha256:" + hash : purl);
        if (!coordinates.group().isEmpty()) {
            component.put("group", coordinates.group());
        }
        component.put("name", coordinates.name());
        if (!coordinates.version().isEmpty()) {
            component.put("version", coordinates.version());
        }
        component.put("scope", "required");
        component.put("hashes", List.of(Map.of("alg", "SHA-256", "content", hash)));
        if (license != null && !license.isBlank()) {
            component.put("licenses", List.of(Map.of("license", Map.of("name", license.strip()))));
        }
        if (purl != null) {
            component.put("purl", purl);
        }
        component.put(
                "properties", List.of(Map.of("name", "quintet:file", "value", fileName(path))));
        return component;
    }

    private static List<Coordinates> coordinates(Path path, JarFile jar) throws IOException {
        var found = new ArrayList<Coordinates>();
        for (ZipEntry entry : jar.stream().toList()) {
            if (POM.matcher(entry.getName()).matches()) {
                var properties = new Properties();
                properties.load(new ByteArrayInputStream(bytes(jar, entry)));
                found.add(
                        new Coordinates(
                                text(properties.getProperty("groupId")),
                                text(properties.getProperty("artifactId")),
                                text(properties.getProperty("version"))));
            }
        }
        return found.isEmpty() ? List.of(byPlace(path)) : found;
    }

    /// Libraries that were not built by Maven say nothing inside: their place or name has to.
    private static Coordinates byPlace(Path path) {
        Matcher kept = REPOSITORY.matcher(String.valueOf(path.toUri().getPath()));
        if (kept.matches()) {
            return new Coordinates(
                    text(kept.group(1)).replace('/', '.'),
                    text(kept.group(2)),
                    text(kept.group(3)));
        }
        Matcher named = FILE.matcher(fileName(path));
        return named.matches()
                ? new Coordinates("", text(named.group(1)), text(named.group(2)))
                : new Coordinates("", fileName(path).replaceFirst("\\.jar$", ""), "");
    }

    private static byte[] bytes(JarFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String main(JarFile jar, String attribute) throws IOException {
        Manifest manifest = jar.getManifest();
        return manifest == null ? null : manifest.getMainAttributes().getValue(attribute);
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String sha256(Path file) {
        try (var in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
