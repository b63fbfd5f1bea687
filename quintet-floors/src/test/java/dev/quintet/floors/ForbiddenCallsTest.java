package dev.quintet.floors;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Parts of the JDK that no library module uses, and the few classes that may, each with its
/// reason.
class ForbiddenCallsTest {

    /// A library writes to a System.Logger, and a command to the writer that it was given.
    private static final Map<String, String> MAY_PRINT =
            Map.of(
                    "dev.quintet.dev.DevCommand",
                    "puts the name of who writes before each line of the process's own streams, and"
                            + " gives them back");

    /// A thread-local leaks to whatever runs next on its thread; a ScopedValue cannot.
    private static final Map<String, String> MAY_HOLD_THREAD_LOCALS =
            Map.of(
                    "dev.quintet.orm.connection.Database",
                    "a transaction belongs to the thread that began it, and must be found by code"
                            + " inside a try block, which a ScopedValue cannot reach");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .importPaths(
                            House.modules().stream()
                                    .map(name -> House.module(name).resolve("target/classes"))
                                    .collect(Collectors.<Path>toSet()));

    @Test
    void nobodyPrintsToTheConsole() {
        Set<String> printing =
                classesThat(one ->
                        one.getFieldAccessesFromSelf().stream()
                                .anyMatch(access ->
                                        access.getTargetOwner().isEquivalentTo(System.class)
                                                && Set.of("out", "err")
                                                        .contains(access.getName())));

        assertThat(printing)
                .as("classes that use System.out or System.err")
                .isSubsetOf(MAY_PRINT.keySet());
    }

    @Test
    void nobodyReadsSerializedObjects() {
        assertThat(classesThat(one -> uses(one, "java.io.ObjectInputStream")))
                .as("classes that use ObjectInputStream: reading one runs code that the bytes name")
                .isEmpty();
    }

    @Test
    void nobodyHoldsThreadLocals() {
        Set<String> holding =
                classesThat(one ->
                        uses(one, "java.lang.ThreadLocal")
                                || uses(one, "java.lang.InheritableThreadLocal"));

        assertThat(holding)
                .as("classes that use ThreadLocal")
                .isSubsetOf(MAY_HOLD_THREAD_LOCALS.keySet());
    }

    @Test
    void nobodyEndsTheProcess() {
        Set<String> ending =
                classesThat(one ->
                        one.getMethodCallsFromSelf().stream()
                                .anyMatch(call ->
                                        call.getTarget()
                                                .getFullName()
                                                .startsWith("java.lang.Runtime.halt(")));

        assertThat(ending).as("classes that call Runtime.halt").isEmpty();
    }

    private static boolean uses(JavaClass one, String type) {
        return one.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().getName().equals(type));
    }

    private static Set<String> classesThat(Predicate<JavaClass> rule) {
        var found = new TreeSet<String>();
        for (JavaClass one : CLASSES) {
            if (rule.test(one)) {
                found.add(one.getName().replaceFirst("\\$.*", ""));
            }
        }
        return found;
    }
}
