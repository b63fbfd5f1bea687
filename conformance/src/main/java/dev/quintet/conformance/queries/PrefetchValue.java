package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Prefetch;
import dev.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that are loaded along: `Prefetch("reviews", queryset=..., to_attr=...)`.
///
/// @param path by Django's names
/// @param rows from which they are taken, or `null` for all
/// @param attribute that takes them, or `null` for the relation itself
record PrefetchValue(String path, @Nullable RowsValue rows, @Nullable String attribute)
        implements PythonObject {

    static PrefetchValue made(Arguments arguments) {
        Object attribute = arguments.get(2, "to_attr", null);
        return new PrefetchValue(
                Values.text(arguments.get(0, "lookup", null)),
                arguments.get(1, "queryset", null) instanceof RowsValue rows ? rows : null,
                attribute == null ? null : Values.text(attribute));
    }

    static RowsValue prefetched(RowsValue it, Arguments arguments) {
        if (arguments.size() == 1 && arguments.get(0) == null) {
            return it.with(Invocation.callMany(it.rows(), "prefetchRelated", List.of()));
        }
        RowsValue prefetched = it;
        for (Object one : arguments.positional()) {
            prefetched =
                    it.with(
                            one instanceof PrefetchValue prefetch
                                    ? Invocation.callMany(
                                            prefetched.rows(),
                                            "prefetchRelated",
                                            List.of(prefetch.ours(it)))
                                    : Invocation.callMany(
                                            prefetched.rows(),
                                            "prefetchRelated",
                                            new ArrayList<>(List.of(it.path(one)))));
        }
        return prefetched;
    }

    private Prefetch ours(RowsValue it) {
        Prefetch prefetch = Prefetch.of(it.path(path));
        if (rows != null) {
            prefetch = prefetch.queryset((QuerySet<?>) rows.rows());
        }
        return attribute == null
                ? prefetch
                : prefetch.to(Site.current().names().annotation(attribute));
    }
}
