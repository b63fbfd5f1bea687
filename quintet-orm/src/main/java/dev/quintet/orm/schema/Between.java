package dev.quintet.orm.schema;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// The tables of many-to-many relations when a model moves: its own, whose names follow from its,
/// and those of others that lead to it, whose columns do.
final class Between {

    private Between() {}

    /// @param move says how one table between becomes another
    static List<String> moves(
            States states,
            ModelState old,
            ModelState now,
            BiFunction<ModelState, ModelState, List<String>> move) {
        List<String> statements = new ArrayList<>();
        for (ModelState after : states.allAfter()) {
            boolean itself = after.label().equals(now.label());
            ModelState before = itself ? old : states.before(after.label());
            for (FieldState field : after.fields()) {
                FieldState was = before.find(field.name());
                if (was == null || field.hasColumn()) {
                    continue;
                }
                List<ModelState> from = states.beforeColumns().between(before, was);
                List<ModelState> to = states.afterColumns().between(after, field);
                if (!from.isEmpty() && !to.isEmpty()) {
                    statements.addAll(move.apply(from.getFirst(), to.getFirst()));
                }
            }
        }
        return statements;
    }
}
