package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.orm.Condition;
import dev.quintet.orm.F;
import org.jspecify.annotations.Nullable;

/// One branch of a `Case`.
///
/// @param condition when it is taken
/// @param then what it gives
record WhenValue(Condition<Object> condition, F then) implements PythonObject {

    static WhenValue made(Arguments arguments) {
        Object then = arguments.get(1, "then", null);
        Arguments conditions =
                new Arguments(
                        arguments.positional().subList(0, Math.min(1, arguments.size())),
                        arguments.namedExcept("then", "condition"));
        Object named = arguments.named("condition", null);
        Condition<Object> condition =
                named == null
                        ? ConditionValue.made(conditions).condition()
                        : ConditionValue.from(named).condition();
        return new WhenValue(condition, ExpressionValue.named(then));
    }

    static ExpressionValue chosen(Arguments arguments) {
        var branches =
                arguments.positional().stream()
                        .map(one -> (WhenValue) java.util.Objects.requireNonNull(one))
                        .toList();
        @Nullable Object otherwise = arguments.named("default", null);
        if (branches.isEmpty()) {
            return ExpressionValue.of(ExpressionValue.named(otherwise));
        }
        var chosen = F.when(branches.getFirst().condition(), branches.getFirst().then());
        for (WhenValue branch : branches.subList(1, branches.size())) {
            chosen = chosen.when(branch.condition(), branch.then());
        }
        return ExpressionNames.typed(
                otherwise == null
                        ? F.of(chosen)
                        : chosen.otherwise(ExpressionValue.named(otherwise)),
                arguments);
    }
}
