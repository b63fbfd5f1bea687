package dev.quintet.test;

import dev.quintet.kernel.error.Problem;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips what needs a service that is not there; where `CI` is `true`, fails it. Named by {@link
/// Needs}, and by nothing else.
public final class NeedsCondition implements ExecutionCondition {

    private static final Map<Service, Optional<String>> ABSENCES = new ConcurrentHashMap<>();

    /// For JUnit.
    public NeedsCondition() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        for (Service service : needed(context.getElement().orElse(null))) {
            Optional<String> absence =
                    ABSENCES.computeIfAbsent(service, one -> Optional.ofNullable(one.absence()));
            if (absence.isPresent()) {
                return missing(service, absence.get(), Boolean.parseBoolean(System.getenv("CI")));
            }
        }
        return ConditionEvaluationResult.enabled("All that it needs is there.");
    }

    static ConditionEvaluationResult missing(Service service, String absence, boolean fail) {
        String reason =
                "needs " + service.name().toLowerCase(java.util.Locale.ROOT) + ": " + absence;
        if (fail) {
            throw new TestSetupException(
                    Problem.of("test.E001", "The test " + reason)
                            .because("With CI=true a missing service is a failure.")
                            .fixedBy(
                                    "Start it, or say where it is by " + service.variable() + "."));
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static Set<Service> needed(
            @org.jspecify.annotations.Nullable AnnotatedElement element) {
        var needed = EnumSet.noneOf(Service.class);
        if (element == null) {
            return needed;
        }
        for (Annotation annotation : element.getAnnotations()) {
            Needs needs =
                    annotation instanceof Needs own
                            ? own
                            : annotation.annotationType().getAnnotation(Needs.class);
            if (needs != null) {
                needed.addAll(List.of(needs.value()));
            }
        }
        return needed;
    }
}
