package dev.quintet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.club.Club;
import dev.quintet.kernel.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {

    @TempDir private Path folder;

    private Path jar(String name, Map<String, String> manifest, String... poms) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var attributes = new Manifest();
        attributes.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((key, value) -> attributes.getMainAttributes().putValue(key, value));
        try (var out = new JarOutputStream(Files.newOutputStream(file), attributes)) {
            for (String pom : poms) {
                String[] parts = pom.split(":", -1);
                out.putNextEntry(
                        new ZipEntry(
                                "META-INF/maven/" + parts[0] + "/" + parts[1] + "/pom.properties"));
                out.write(
                        "groupId=%s\nartifactId=%s\nversion=%s\n"
                                .formatted(parts[0], parts[1], parts[2])
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @SuppressWarnings("unchecked") // what CycloneDX says
    private static List<Map<String, Object>> components(Map<String, Object> document) {
        return (List<Map<String, Object>>) document.get("components");
    }

    private static Map<String, Object> bill(Path... paths) {
        String[] texts = List.of(paths).stream().map(Path::toString).toArray(String[]::new);
        return BillOfMaterials.of("Shop", "0.1", BillOfMaterials.jars(texts));
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(hash.digest(Files.readAllBytes(file)));
    }

    @Test
    void namesAJarByWhatMavenLeftInIt() throws Exception {
        Path jar = jar("strange-name.jar", Map.of("Bundle-License", "MIT"), "org.shop:till:1.2");

        Map<String, Object> component = components(bill(jar)).getFirst();

        assertThat(component)
                .containsEntry("type", "library")
                .containsEntry("group", "org.shop")
                .containsEntry("name", "till")
                .containsEntry("version", "1.2")
                .containsEntry("purl", "pkg:maven/org.shop/till@1.2")
                .containsEntry("bom-ref", "pkg:maven/org.shop/till@1.2")
                .containsEntry("hashes", List.of(Map.of("alg", "SHA-256", "content", sha256(jar))))
                .containsEntry("licenses", List.of(Map.of("license", Map.of("name", "MIT"))));
    }

    @Test
    void namesAJarThatSaysNothingByItsPlaceInARepository() throws IOException {
        Path jar = jar("repository/org/gradle/made/till/2.0/till-2.0.jar", Map.of());

        assertThat(components(bill(jar)).getFirst())
                .containsEntry("purl", "pkg:maven/org.gradle.made/till@2.0");
    }

    @Test
    void namesAJarThatSaysNothingByItsFileAndInventsNoGroup() throws Exception {
        Path jar = jar("lib/till-core-2.0-rc1.jar", Map.of());

        assertThat(components(bill(jar)).getFirst())
                .containsEntry("name", "till-core")
                .containsEntry("version", "2.0-rc1")
                .containsEntry("bom-ref", "sha256:" + sha256(jar))
                .doesNotContainKeys("group", "purl");
    }

    @Test
    void listsEachLibraryThatWasPackedIntoAJar() throws IOException {
        Path jar = jar("all.jar", Map.of(), "org.shop:till:1.2", "org.other:scale:3");

        assertThat(components(bill(jar)))
                .extracting(each -> each.get("name"))
                .containsExactly("scale", "till");
    }

    @Test
    void followsTheClassPathOfTheJarThatWasStarted() throws IOException {
        jar("app/lib/till.jar", Map.of(), "org.shop:till:1.2");
        Path app = jar("app/shop.jar", Map.of("Class-Path", "lib/till.jar lib/gone.jar shop.jar"));

        assertThat(components(bill(app)))
                .extracting(each -> each.get("name"))
                .containsExactlyInAnyOrder("shop", "till");
    }

    @Test
    void saysTheSameOfTheSameJars() throws IOException {
        Path till = jar("till.jar", Map.of(), "org.shop:till:1.2");
        Path scale = jar("scale.jar", Map.of(), "org.shop:scale:1.2");

        assertThat(Json.text(bill(till, scale))).isEqualTo(Json.text(bill(scale, till)));
        assertThat(bill(till).get("serialNumber"))
                .isNotEqualTo(bill(scale).get("serialNumber"))
                .asString()
                .matches("urn:uuid:[0-9a-f-]{36}");
    }

    @Test
    void isPrintedByACommand() {
        var out = new StringWriter();
        var club = new Club("sqlite:" + folder.resolve("club.db"));

        int code = club.manage(new PrintWriter(out), new PrintWriter(out), "sbom");

        assertThat(code).isZero();
        @SuppressWarnings("unchecked") // it is an object
        var document = (Map<String, Object>) Json.parse(out.toString());
        assertThat(document)
                .containsEntry("bomFormat", "CycloneDX")
                .containsEntry("specVersion", "1.6");
        assertThat(components(document))
                .extracting(each -> String.valueOf(each.get("purl")))
                .anyMatch(purl -> purl.matches("pkg:maven/tools.jackson.core/jackson-core@\\d.*"))
                .anyMatch(purl -> purl.matches("pkg:maven/info.picocli/picocli@\\d.*"));
    }
}
