package dev.quintet.floors;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Rules about Java sources that no compiler flag can say.
class SourceRulesTest {

    private static final int MOST_LINES = 600;

    /// Endings that say nothing; an implementation is named for what makes it different.
    private static final Pattern EMPTY_NAME = Pattern.compile(".+(Impl|Manager|Helper|Utils?)");

    @Test
    void noFileIsLongerThanARoomfulOfAttention() {
        var tooLong = new ArrayList<String>();
        for (Path source : House.files(House.ROOT, ".java")) {
            long lines = House.text(source).lines().count();
            if (lines > MOST_LINES) {
                tooLong.add(House.shown(source) + " has " + lines + " lines: split it by idea");
            }
        }

        assertThat(tooLong).as("files of more than " + MOST_LINES + " lines").isEmpty();
    }

    @Test
    void everyExportedThingIsExplained() throws IOException {
        var unexplained = new ArrayList<String>();
        parse(
                House.mainSources().stream().filter(SourceRulesTest::exported).toList(),
                (docs, unit) -> new Unexplained(docs, unit, unexplained).scan(unit, null));

        assertThat(unexplained).as("exported things without a doc comment").isEmpty();
    }

    @Test
    void everyModuleIsExplained() throws IOException {
        var unexplained = new ArrayList<String>();
        List<Path> declarations =
                House.mainSources().stream()
                        .filter(source -> source.endsWith("module-info.java"))
                        .toList();
        parse(
                declarations,
                (docs, unit) -> {
                    ModuleTree module = unit.getModule();
                    if (docs.getDocComment(TreePath.getPath(unit, module)) == null) {
                        unexplained.add(module.getName() + " has no doc comment");
                    }
                });

        assertThat(unexplained).isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndExplained() throws IOException {
        Set<Path> folders =
                House.mainSources().stream()
                        .filter(source -> !source.endsWith("module-info.java"))
                        .map(Path::getParent)
                        .collect(Collectors.toCollection(TreeSet::new));
        var wrong = new ArrayList<String>();
        var declarations = new ArrayList<Path>();
        for (Path folder : folders) {
            Path declaration = folder.resolve("package-info.java");
            if (Files.exists(declaration)) {
                declarations.add(declaration);
            } else {
                wrong.add(House.shown(folder) + " has no package-info.java");
            }
        }
        parse(
                declarations,
                (docs, unit) -> {
                    String name = String.valueOf(unit.getPackageName());
                    if (!nullMarked(unit)) {
                        wrong.add(name + " is not @NullMarked");
                    }
                    if (docs.getDocComment(TreePath.getPath(unit, unit.getPackage())) == null) {
                        wrong.add(name + " has no doc comment");
                    }
                });

        assertThat(wrong).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        List<String> empty =
                House.mainSources().stream()
                        .filter(source -> {
                            String file = source.getFileName().toString();
                            String name = file.substring(0, file.length() - 5);
                            return EMPTY_NAME.matcher(name).matches();
                        })
                        .map(House::shown)
                        .toList();

        assertThat(empty).as("classes with a name that says nothing").isEmpty();
    }

    @Test
    void servicesAreTheSameOnBothPaths() throws IOException {
        for (String module : House.modules()) {
            Path compiled = House.module(module).resolve("target/classes");
            ModuleDescriptor descriptor;
            try (var bytes = Files.newInputStream(compiled.resolve("module-info.class"))) {
                descriptor = ModuleDescriptor.read(bytes);
            }
            Map<String, List<String>> modulePath =
                    descriptor.provides().stream()
                            .collect(
                                    Collectors.toMap(
                                            ModuleDescriptor.Provides::service,
                                            ModuleDescriptor.Provides::providers));

            assertThat(classPathServices(compiled))
                    .as("META-INF/services of %s against its module-info", module)
                    .isEqualTo(modulePath);
        }
    }

    private static Map<String, List<String>> classPathServices(Path compiled) {
        var services = new TreeMap<String, List<String>>();
        for (Path file : House.files(compiled.resolve("META-INF/services"), "")) {
            List<String> providers =
                    House.text(file)
                            .lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .toList();
            services.put(file.getFileName().toString(), providers);
        }
        return services;
    }

    private static boolean nullMarked(CompilationUnitTree unit) {
        return unit.getPackageAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .anyMatch(type -> type.toString().endsWith("NullMarked"));
    }

    private static final Map<Path, Set<String>> EXPORTS = new TreeMap<>();

    /// Tells whether the package of `source` is one that users can see.
    private static boolean exported(Path source) {
        for (String module : House.modules()) {
            Path root = House.module(module).resolve("src/main/java");
            if (source.startsWith(root) && source.getParent().compareTo(root) != 0) {
                String name =
                        root.relativize(source.getParent()).toString().replaceAll("[/\\\\]", ".");
                return EXPORTS.computeIfAbsent(root, SourceRulesTest::exports).contains(name);
            }
        }
        return false;
    }

    private static Set<String> exports(Path root) {
        Path declaration = root.resolve("module-info.java");
        var names = new HashSet<String>();
        if (Files.exists(declaration)) {
            Pattern.compile("(?m)^\\s*exports\\s+([\\w.]+)\\s*[; ]")
                    .matcher(House.text(declaration) + " ")
                    .results()
                    .forEach(found -> names.add(found.group(1)));
        }
        return names;
    }

    private interface Look {
        void at(DocTrees docs, CompilationUnitTree unit);
    }

    private static void parse(List<Path> sources, Look look) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
            var docs = DocTrees.instance(task);
            for (var unit : task.parse()) {
                look.at(docs, unit);
            }
        }
    }
}
