package dev.quintet.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is published, and what is shipped with a site.
class PackagingTest {

    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(quintet[^<]*)<");
    private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<\\s]+)\\s*</module>");

    @Test
    void theBillOfMaterialsListsEveryLibraryModuleAndNothingElse() {
        String bom = House.text(House.ROOT.resolve("bom/pom.xml"));
        List<String> listed =
                ARTIFACT.matcher(bom.substring(bom.indexOf("<dependencyManagement>")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(House.modules());
    }

    @Test
    void everyLibraryModuleIsPublishedAndNothingElse() {
        var others = new TreeSet<String>();
        MODULE.matcher(House.text(House.ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.matches("bom|quintet-.*") || name.equals("quintet-floors"))
                .forEach(others::add);

        for (String module : others) {
            assertThat(House.text(House.ROOT.resolve(module).resolve("pom.xml")))
                    .as(module)
                    .contains("<maven.deploy.skip>true</maven.deploy.skip>");
        }
        for (String module : House.modules()) {
            assertThat(House.text(House.module(module).resolve("pom.xml")))
                    .as(module)
                    .doesNotContain("maven.deploy.skip");
        }
    }

    /// Developers have it on their path while they work; what a site ships has it not.
    @Test
    void nothingThatIsShippedNeedsTheDevelopmentModule() {
        for (String module : House.modules()) {
            assertThat(needed(House.module(module))).as(module).doesNotContain("quintet-dev");
        }
        assertThat(needed(House.ROOT.resolve("examples/records")))
                .contains("quintet")
                .doesNotContain("quintet-dev", "quintet-test", "quintet-processor");
    }

    @Test
    void aNewProjectHasTheDevelopmentModuleWhileItIsWrittenAndDoesNotShipIt() {
        String pom =
                House.text(
                        House.module("quintet-dev")
                                .resolve("src/main/resources/dev/quintet/dev/project/pom.xml-tpl"));

        assertThat(scope(pom, "quintet-dev")).isEqualTo("provided");
        assertThat(scope(pom, "quintet-test")).isEqualTo("test");
        assertThat(pom).contains("<includeScope>runtime</includeScope>");
    }

    /// {@return which of ours a module needs when it runs}
    private static List<String> needed(Path module) {
        String pom = House.text(module.resolve("pom.xml"));
        int build = pom.indexOf("<build>");
        String before = build < 0 ? pom : pom.substring(0, build);
        return Pattern.compile("(?s)<dependency>(.*?)</dependency>")
                .matcher(before)
                .results()
                .map(found -> found.group(1))
                .filter(text -> !text.matches("(?s).*<scope>(test|provided)</scope>.*"))
                .flatMap(text -> ARTIFACT.matcher(text).results().map(found -> found.group(1)))
                .toList();
    }

    private static String scope(String pom, String artifact) {
        return Pattern.compile(
                        "<artifactId>"
                                + artifact
                                + "</artifactId>\\s*(?:<version>[^<]*</version>\\s*)?<scope>([^<]*)<")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }
}
