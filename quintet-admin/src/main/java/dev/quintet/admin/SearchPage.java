package dev.quintet.admin;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds models and rows anywhere in the admin by what people type, in JSON: what the palette
/// shows.
final class SearchPage {

    private static final int LEAST = 2;
    private static final int EACH = 5;
    private static final int MOST = 30;

    private final AdminSite site;

    SearchPage(AdminSite site) {
        this.site = site;
    }

    Response find(Request request) {
        String text = request.query().get("q", "").strip();
        var results = new ArrayList<Map<String, String>>();
        if (text.indexOf('\0') < 0) {
            for (PageParts.AppEntry app : PageParts.apps(site, request, null)) {
                for (PageParts.ModelEntry model : app.models()) {
                    if (contains(model.name(), text)) {
                        results.add(result(model.name(), app.name(), model.url()));
                    }
                }
            }
            for (ModelAdmin<?> admin : site.admins()) {
                if (text.length() >= LEAST && results.size() < MOST) {
                    rows(request, admin, text, results);
                }
            }
        }
        results.sort(Comparator.comparingInt(result -> distance(result.get("label"), text)));
        return Response.json(Map.of("results", results));
    }

    /// What is called just so comes first, then what begins so.
    private static int distance(@Nullable String label, String text) {
        if (label == null || text.isEmpty()) {
            return 0;
        }
        boolean begins = label.regionMatches(true, 0, text, 0, text.length());
        return !begins ? 2 : label.length() == text.length() ? 0 : 1;
    }

    private static boolean contains(CharSequence name, String text) {
        return name.toString().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private <M extends Entity> void rows(
            Request request, ModelAdmin<M> admin, String text, List<Map<String, String>> results) {
        if (admin.list.search.isEmpty() || !admin.hasViewPermission(request, null)) {
            return;
        }
        var found = ChangeList.found(admin.queryset(request), admin.list.search, text);
        for (M row : found.limit(EACH)) {
            results.add(
                    result(
                            row.toString(),
                            Words.capFirst(admin.mapping().state().shownName()),
                            site.changeUrl(row, admin.mapping())));
        }
    }

    private static Map<String, String> result(CharSequence label, CharSequence kind, String url) {
        return Map.of("label", label.toString(), "kind", kind.toString(), "url", url);
    }
}
