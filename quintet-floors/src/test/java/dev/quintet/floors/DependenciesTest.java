package dev.quintet.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Each project that a site depends on is one more to trust, so that a new one is a decision.
class DependenciesTest {

    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern GROUP = Pattern.compile("<groupId>(.*?)</groupId>");

    /// Groups of one project, whose versions are released together.
    private static final List<String> JETTY =
            List.of("org.eclipse.jetty.http2", "org.eclipse.jetty.websocket");

    /// What serves a page with rows on it: less than all that the starter brings.
    private static final List<String> CORE =
            List.of(
                    "quintet-kernel",
                    "quintet-orm",
                    "quintet-template",
                    "quintet-http",
                    "quintet-cache",
                    "quintet-server",
                    "quintet-migrations",
                    "quintet-forms",
                    "quintet-web");

    /// What a site lists itself when it wants it: the starter does not bring it.
    private static final Set<String> ON_DEMAND = Set.of("quintet-mfa", "quintet-oidc");

    @Test
    void whatASiteListsItselfBringsItsOwn() {
        assertThat(projects(List.of("quintet-mfa"))).containsExactly("com.webauthn4j", "io.nayuki");
        assertThat(projects(List.of("quintet-oidc"))).containsExactly("com.nimbusds");
    }

    @Test
    void theCoreStandsOnSixProjects() {
        assertThat(projects(CORE))
                .hasSizeLessThan(10)
                .containsExactly(
                        "com.github.ben-manes.caffeine",
                        "info.picocli",
                        "org.eclipse.jetty",
                        "org.snakeyaml",
                        "org.xerial",
                        "tools.jackson.core");
    }

    @Test
    void theStarterStandsOnFourMore() {
        List<String> shipped =
                House.modules().stream()
                        .filter(name -> !name.matches("quintet-(processor|dev|test)"))
                        .filter(name -> !ON_DEMAND.contains(name))
                        .toList();

        assertThat(projects(shipped))
                .hasSize(projects(CORE).size() + 4)
                .containsAll(projects(CORE))
                .contains("ch.qos.logback", "de.siegmar", "org.eclipse.angus", "org.slf4j");
    }

    /// The groups of what modules need when they run, less what is ours or optional.
    private static Set<String> projects(List<String> modules) {
        var found = new TreeSet<String>();
        for (String module : modules) {
            String pom = House.text(House.module(module).resolve("pom.xml"));
            Matcher each = DEPENDENCY.matcher(pom.substring(0, dependenciesEnd(pom)));
            while (each.find()) {
                String text = each.group(1);
                Matcher group = GROUP.matcher(text);
                boolean needed =
                        !text.contains("<scope>test</scope>")
                                && !text.contains("<scope>provided</scope>")
                                && !text.contains("<optional>true</optional>");
                if (needed && group.find() && !group.group(1).matches("dev\\.quintet|\\$\\{.*")) {
                    found.add(
                            JETTY.contains(group.group(1)) ? "org.eclipse.jetty" : group.group(1));
                }
            }
        }
        return found;
    }

    private static int dependenciesEnd(String pom) {
        int build = pom.indexOf("<build>");
        return build < 0 ? pom.length() : build;
    }
}
