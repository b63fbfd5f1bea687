package dev.quintet.orm;

import dev.quintet.orm.tree.Extras;
import org.jspecify.annotations.Nullable;

/// How a plan is asked for. Immutable.
///
/// @param analyzed whether the query is run, to tell real times and numbers of rows
/// @param format such as `json`, in the database's own words; null for its default
public record Explain(boolean analyzed, @Nullable String format) {

    /// {@return the plan as the database would follow it; nothing is run}
    public static Explain plan() {
        return new Explain(false, null);
    }

    /// {@return the plan with real times: the query is run}
    public static Explain analyze() {
        return new Explain(true, null);
    }

    /// {@return the same plan in another format, such as `json`}
    public Explain format(String format) {
        return new Explain(analyzed, format);
    }

    Extras.PlanRequest request() {
        return new Extras.PlanRequest(analyzed, format);
    }
}
