package dev.quintet.web;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.RouteMatch;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The row that a route's captured values tell: each narrows the rows by the field of its name.
final class OneRow {

    private OneRow() {}

    /// {@return the row}
    ///
    /// @throws NotFound when there is none, or several
    static <M extends Entity> M of(Request request, QuerySet<M> rows) {
        return of(request, rows, Set.of());
    }

    /// {@return the row}
    ///
    /// @param spent names of captured values that tell something else
    /// @throws NotFound when there is none, or several
    static <M extends Entity> M of(Request request, QuerySet<M> rows, Set<String> spent) {
        RouteMatch match = request.resolved();
        if (match == null || spent.containsAll(match.capturedKwargs().keySet())) {
            throw new PageException(
                    Problem.of(
                                    "web.E002",
                                    "A page about one row captures nothing that tells which.")
                            .fixedBy("Capture a field in its route, such as <int:pk>."),
                    null);
        }
        QuerySet<M> query = rows;
        for (Map.Entry<String, @Nullable Object> one : match.capturedKwargs().entrySet()) {
            if (!spent.contains(one.getKey())) {
                query = query.filter(one.getKey(), one.getValue());
            }
        }
        List<M> found = query.limit(2).list();
        if (found.size() != 1) {
            throw new NotFound(
                    gettext("There is no such %s.").formatted(rows.mapping().state().shownName()));
        }
        return found.getFirst();
    }
}
