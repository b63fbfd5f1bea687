package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.NotFound;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Rows that a relation may lead to, found by what people type: in JSON, as Django's admin answers.
final class AutocompletePage {

    private static final int PER_PAGE = 20;

    private final AdminSite site;

    AutocompletePage(AdminSite site) {
        this.site = site;
    }

    Response rows(Request request) {
        QueryParams asked = request.query();
        String app = asked.get("app_label", "");
        String model = asked.get("model_name", "").toLowerCase(Locale.ROOT);
        for (ModelAdmin<?> admin : site.admins()) {
            var state = admin.mapping().state();
            boolean meant =
                    state.app().equals(app) && state.name().toLowerCase(Locale.ROOT).equals(model);
            ModelRelation relation =
                    meant ? admin.mapping().relation(asked.get("field_name", "")) : null;
            if (relation != null) {
                var offered = new OfferedRows(admin.mapping(), relation);
                return of(request, offered, relation.target().get());
            }
        }
        throw new PermissionDenied(gettext("No admin searches the rows of such a field."));
    }

    private <T extends Entity> Response of(
            Request request, OfferedRows offered, ModelMapping<T> target) {
        ModelAdmin<T> admin = site.admin(target);
        if (admin == null || !admin.hasViewPermission(request, null)) {
            throw new PermissionDenied(gettext("You may not look at these rows."));
        }
        String page = request.query().get("page", "1");
        String term = request.query().get("term", "").strip();
        if (!page.matches("[1-9][0-9]{0,6}") || term.indexOf('\0') >= 0) {
            throw new NotFound(gettext("There is no such page."));
        }
        List<String> order =
                admin.list.ordering.isEmpty() ? target.state().ordering() : admin.list.ordering;
        QuerySet<T> rows = offered.among(admin.queryset(request));
        if (!order.isEmpty()) {
            rows =
                    rows.orderBy(
                            order.getFirst(),
                            order.subList(1, order.size()).toArray(String[]::new));
        }
        if (!term.isEmpty()) {
            rows = ChangeList.found(rows, admin.list.search, term);
        }
        long from = (Long.parseLong(page) - 1) * PER_PAGE;
        List<T> found = rows.slice(from, PER_PAGE + 1);
        var results = new ArrayList<Map<String, String>>();
        for (T row : found.subList(0, Math.min(PER_PAGE, found.size()))) {
            results.add(Map.of("id", RowKey.text(row), "text", row.toString()));
        }
        return Response.json(
                Map.of("results", results, "pagination", Map.of("more", found.size() > PER_PAGE)));
    }
}
