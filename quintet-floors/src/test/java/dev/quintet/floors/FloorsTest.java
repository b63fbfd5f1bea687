package dev.quintet.floors;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/// The floor plan as a test: a module uses only modules of floors below its own, never a sibling.
class FloorsTest {

    /// The floors of ARCHITECTURE.md. A module that is new gets its line here, in that drawing and
    /// in this module's POM.
    private static final Map<String, Integer> FLOORS =
            Map.ofEntries(
                    Map.entry("quintet-kernel", 0),
                    Map.entry("quintet-orm", 1),
                    Map.entry("quintet-template", 1),
                    Map.entry("quintet-http", 1),
                    Map.entry("quintet-cache", 1),
                    Map.entry("quintet-mail", 1),
                    Map.entry("quintet-server", 2),
                    Map.entry("quintet-migrations", 2),
                    Map.entry("quintet-forms", 2),
                    Map.entry("quintet-web", 3),
                    Map.entry("quintet-contenttypes", 3),
                    Map.entry("quintet-tasks", 3),
                    Map.entry("quintet-auth", 4),
                    Map.entry("quintet-admin", 5),
                    Map.entry("quintet-mfa", 5),
                    Map.entry("quintet-rest", 5),
                    Map.entry("quintet-graphql", 5),
                    Map.entry("quintet-live", 5),
                    Map.entry("quintet", 6),
                    // One integration each, switched on by being on the path: nobody imports them.
                    Map.entry("quintet-redis", 6),
                    Map.entry("quintet-rabbitmq", 6),
                    Map.entry("quintet-memcached", 6),
                    Map.entry("quintet-oidc", 6),
                    Map.entry("quintet-metrics", 6),
                    Map.entry("quintet-s3", 6),
                    Map.entry("quintet-dev", 7),
                    Map.entry("quintet-test", 7));

    /// Beside the floors: runs at compile time, imports the kernel only, is imported by nobody.
    private static final String PROCESSOR = "quintet-processor";

    private static final String KERNEL = "quintet-kernel";

    /// Packages that know each other because they say one thing together, each with the name that
    /// they count under: a context holds the apps of its site, and an app's commands, its checks
    /// and its `ready` are handed that context; the ORM's models, trees, SQL and connections are
    /// one query in several forms, kept apart so that a user's autocomplete shows what a user
    /// needs.
    private static final Map<String, String> AS_ONE =
            Map.ofEntries(
                    Map.entry("dev.quintet.kernel.app", "the kernel's site"),
                    Map.entry("dev.quintet.kernel.check", "the kernel's site"),
                    Map.entry("dev.quintet.kernel.command", "the kernel's site"),
                    Map.entry("dev.quintet.kernel.context", "the kernel's site"),
                    Map.entry("dev.quintet.kernel.settings", "the kernel's site"),
                    Map.entry("dev.quintet.orm", "the query"),
                    Map.entry("dev.quintet.orm.connection", "the query"),
                    Map.entry("dev.quintet.orm.sql", "the query"),
                    Map.entry("dev.quintet.orm.state", "the query"),
                    Map.entry("dev.quintet.orm.tree", "the query"));

    /// A slice a package, but for those that count as one.
    private static final SliceAssignment PACKAGES =
            new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass one) {
                    String name = one.getPackageName();
                    return SliceIdentifier.of(AS_ONE.getOrDefault(name, name));
                }

                @Override
                public String getDescription() {
                    return "packages";
                }
            };

    private static final Map<String, JavaClasses> CLASSES = new HashMap<>();

    static {
        for (String module : House.modules()) {
            Path compiled = House.module(module).resolve("target/classes");
            CLASSES.put(module, new ClassFileImporter().importPath(compiled));
        }
    }

    @Test
    void everyModuleHasItsPlace() {
        var homeless = new TreeSet<>(House.modules());
        homeless.removeAll(FLOORS.keySet());
        homeless.remove(PROCESSOR);

        assertThat(homeless).as("modules without a floor in FloorsTest.FLOORS").isEmpty();
    }

    @Test
    void everyModuleIsCompiledBeforeItIsLookedAt() {
        String pom = House.text(House.module("quintet-floors").resolve("pom.xml"));
        var missing = new TreeSet<String>();
        for (String module : House.modules()) {
            if (!pom.contains("<artifactId>" + module + "</artifactId>")) {
                missing.add(module);
            }
        }

        assertThat(missing).as("modules to add to quintet-floors/pom.xml").isEmpty();
        assertThat(CLASSES).allSatisfy((module, classes) -> assertThat(classes).isNotEmpty());
    }

    @Test
    void importsGoDownwardsOnly() {
        var home = new HashMap<String, String>();
        CLASSES.forEach((module, all) -> all.forEach(one -> home.put(one.getName(), module)));
        var wrong = new TreeSet<String>();
        for (String module : CLASSES.keySet()) {
            for (JavaClass one : CLASSES.get(module)) {
                for (Dependency use : one.getDirectDependenciesFromSelf()) {
                    String target = home.get(use.getTargetClass().getBaseComponentType().getName());
                    if (target != null && !mayUse(module, target)) {
                        wrong.add(module + " uses " + target + ": " + use.getDescription());
                    }
                }
            }
        }

        assertThat(wrong).as("imports that do not go to a floor below").isEmpty();
    }

    @Test
    void refusesSiblingsAndFloorsAbove() {
        assertThat(mayUse("quintet-web", "quintet-orm")).isTrue();
        assertThat(mayUse("quintet-orm", "quintet-orm")).isTrue();
        assertThat(mayUse("quintet-orm", "quintet-template")).isFalse();
        assertThat(mayUse("quintet-orm", "quintet-web")).isFalse();
        assertThat(mayUse(PROCESSOR, KERNEL)).isTrue();
        assertThat(mayUse(PROCESSOR, "quintet-orm")).isFalse();
        assertThat(mayUse("quintet-orm", PROCESSOR)).isFalse();
    }

    @Test
    void packagesStandUnderTheirModulesName() {
        var strangers = new TreeSet<String>();
        CLASSES.forEach((module, all) -> {
            String root = "dev." + module.replace('-', '.');
            for (JavaClass one : all) {
                String name = one.getPackageName();
                boolean descriptor = name.isEmpty();
                if (!descriptor && !name.equals(root) && !name.startsWith(root + ".")) {
                    strangers.add(name + " in " + module);
                }
            }
        });

        assertThat(strangers).as("packages outside dev.quintet.<module>").isEmpty();
    }

    /// To Java a folder of resources is a package where its name could be one, and two modules that
    /// have the same do not start together.
    @Test
    void resourcesOfModulesShareNoPackage() {
        var owners = new TreeMap<String, TreeSet<String>>();
        for (String module : House.modules()) {
            Path resources = House.module(module).resolve("src/main/resources");
            for (Path file : House.files(resources, "")) {
                String folder = resources.relativize(file.getParent()).toString();
                String name = folder.replace(File.separatorChar, '.');
                if (SourceVersion.isName(name)) {
                    owners.computeIfAbsent(name, _ -> new TreeSet<>()).add(module);
                }
            }
        }
        owners.values().removeIf(modules -> modules.size() == 1);

        assertThat(owners).as("folders to be moved below META-INF").isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(allClasses());
    }

    @Test
    void packagesThatCountAsOneAreStillThere() {
        var packages = new TreeSet<String>();
        allClasses().forEach(one -> packages.add(one.getPackageName()));

        assertThat(packages).containsAll(AS_ONE.keySet());
    }

    @Test
    void everyModuleIsAModuleForJavaToo() {
        var wrong = new TreeSet<String>();
        for (String module : House.modules()) {
            Path declaration = House.module(module).resolve("src/main/java/module-info.java");
            String name = "module dev." + module.replace('-', '.') + " {";
            if (!Files.exists(declaration)) {
                wrong.add(module + " has no module-info.java");
            } else if (!House.text(declaration).contains(name)) {
                wrong.add(House.shown(declaration) + " does not declare: " + name);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean mayUse(String module, String target) {
        if (module.equals(target)) {
            return true;
        }
        if (module.equals(PROCESSOR) || target.equals(PROCESSOR)) {
            return module.equals(PROCESSOR) && target.equals(KERNEL);
        }
        return FLOORS.getOrDefault(target, Integer.MAX_VALUE) < FLOORS.getOrDefault(module, -1);
    }

    private static JavaClasses allClasses() {
        List<Path> folders =
                House.modules().stream()
                        .map(module -> House.module(module).resolve("target/classes"))
                        .toList();
        return new ClassFileImporter().importPaths(Set.copyOf(folders));
    }
}
