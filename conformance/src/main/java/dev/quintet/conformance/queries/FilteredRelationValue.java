package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.FilteredRelation;
import org.jspecify.annotations.Nullable;

/// A relation to some of its rows: `FilteredRelation("books", condition=Q(books__pages__gt=500))`.
///
/// @param relation by Django's name
/// @param condition that its rows meet, or `null` for all
record FilteredRelationValue(String relation, @Nullable ConditionValue condition)
        implements PythonObject {

    static FilteredRelationValue made(Arguments arguments) {
        String relation = Values.text(arguments.get(0, "relation_name", null));
        if (relation.isEmpty()) {
            throw new PythonError("ValueError", "relation_name cannot be empty.");
        }
        Object condition = arguments.named("condition", null);
        if (condition != null && !(condition instanceof ConditionValue)) {
            throw new PythonError("ValueError", "condition argument must be a Q() instance.");
        }
        boolean all = !(condition instanceof ConditionValue given) || given.empty();
        return new FilteredRelationValue(relation, all ? null : (ConditionValue) condition);
    }

    /// {@return rows whose later steps may go by the relation under a name; they carry nothing
    /// more}
    RowsValue among(RowsValue it, String name) {
        if (it.mapping().names().contains(it.path(name))) {
            throw new PythonError(
                    "ValueError",
                    "The annotation '" + name + "' conflicts with a field on the model.");
        }
        String path = it.path(relation);
        FilteredRelation ours =
                condition == null
                        ? FilteredRelation.of(path)
                        : FilteredRelation.of(path, condition.condition());
        return it.with(Invocation.call(it.rows(), "annotate", it.path(name), ours));
    }

    @Override
    public String typeName() {
        return "FilteredRelation";
    }
}
