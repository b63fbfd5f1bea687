package dev.quintet.test;

import dev.quintet.Site;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.sql.Feature;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/// Reads what a test, its class, and the classes around that are annotated with.
final class SiteAnnotations {

    private SiteAnnotations() {}

    static Class<? extends Site> site(Class<?> testClass) {
        SiteTest found = nearest(SiteTest.class, null, testClass);
        if (found == null) {
            throw new TestSetupException(
                    Problem.of("test.E007", testClass.getName() + " names no site.")
                            .fixedBy("Annotate it with @SiteTest(YourSite.class)."));
        }
        return found.value();
    }

    static boolean commits(@Nullable Method method, Class<?> testClass) {
        return nearest(Commits.class, method, testClass) != null;
    }

    /// {@return the overrides of a test, the innermost last}
    static List<String> overrides(Method method, Class<?> testClass) {
        var overrides = new ArrayList<String>();
        for (Class<?> at = testClass; at != null; at = at.getEnclosingClass()) {
            overrides.addAll(0, values(at));
        }
        overrides.addAll(values(method));
        return List.copyOf(overrides);
    }

    /// {@return what the database must be able to do for a test: what its method, and all classes
    /// around it, ask for}
    static Set<Feature> features(Method method, Class<?> testClass) {
        Set<Feature> all = EnumSet.noneOf(Feature.class);
        List<AnnotatedElement> places = new ArrayList<>();
        places.add(method);
        for (Class<?> at = testClass; at != null; at = at.getEnclosingClass()) {
            places.add(at);
        }
        for (AnnotatedElement place : places) {
            AnnotationSupport.findAnnotation(place, RequiresFeature.class)
                    .ifPresent(found -> all.addAll(List.of(found.value())));
        }
        return all;
    }

    /// {@return the fixtures of a test: those of the classes around it first}
    static List<String> fixtures(Method method, Class<?> testClass) {
        var names = new ArrayList<String>();
        for (Class<?> at = testClass; at != null; at = at.getEnclosingClass()) {
            names.addAll(0, fixtures(at));
        }
        names.addAll(fixtures(method));
        return List.copyOf(names);
    }

    private static List<String> fixtures(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, WithFixtures.class)
                .map(found -> List.of(found.value()))
                .orElse(List.of());
    }

    private static List<String> values(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, OverrideSettings.class)
                .map(found -> List.of(found.value()))
                .orElse(List.of());
    }

    /// {@return the annotation of the method, or of the nearest class around it}
    static <A extends Annotation> @Nullable A nearest(
            Class<A> type, @Nullable Method method, Class<?> testClass) {
        A own = method == null ? null : AnnotationSupport.findAnnotation(method, type).orElse(null);
        for (Class<?> at = testClass; own == null && at != null; at = at.getEnclosingClass()) {
            own = AnnotationSupport.findAnnotation(at, type).orElse(null);
        }
        return own;
    }

    static boolean has(Class<?> testClass, Class<? extends Annotation> methods) {
        return !AnnotationSupport.findAnnotatedMethods(
                        testClass,
                        methods,
                        org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    }
}
