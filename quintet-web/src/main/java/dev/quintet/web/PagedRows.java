package dev.quintet.web;

import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.pagination.InvalidPageException;
import dev.quintet.kernel.pagination.Page;
import dev.quintet.kernel.pagination.Paginator;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page of a long list that a visitor asks for by `?page=3` or `?page=last`.
///
/// @param perPage rows on one page; 0 for all on one
/// @param orphans how many rows more the last page takes
record PagedRows(int perPage, int orphans) {

    static final PagedRows ALL = new PagedRows(0, 0);

    /// {@return the rows to be shown, after telling the template of their page}
    ///
    /// @throws NotFound when there is no page of this number
    <M extends Entity> Object shown(
            Request request,
            QuerySet<M> query,
            boolean allowEmpty,
            Map<String, @Nullable Object> variables) {
        if (perPage == 0) {
            variables.put("is_paginated", false);
            return query;
        }
        Page<M> page = page(request, query, allowEmpty);
        variables.put("paginator", page.paginator());
        variables.put("page_obj", page);
        variables.put("page", page);
        variables.put("is_paginated", page.hasOtherPages());
        return page.objectList();
    }

    private <M extends Entity> Page<M> page(
            Request request, QuerySet<M> query, boolean allowEmpty) {
        Paginator<M> pages =
                Paginator.of(query, perPage).orphans(orphans).allowEmptyFirstPage(allowEmpty);
        String wanted = request.query().get("page");
        try {
            if (wanted == null || wanted.isEmpty()) {
                return pages.page(1);
            }
            return wanted.equals("last") ? pages.page(pages.numPages()) : pages.page(wanted);
        } catch (InvalidPageException invalid) {
            throw new NotFound(
                    Problem.of("web.E404", "There is no page of this number.")
                            .because(invalid.problem().problem())
                            .fixedBy("Ask for ?page=1 to ?page=last."));
        }
    }
}
