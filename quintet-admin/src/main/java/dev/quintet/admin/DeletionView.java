package dev.quintet.admin;

import dev.quintet.http.Request;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.DeletionPreview;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a page shows of a deletion: how much goes, the tree of it, what may not go.
///
/// @param counts how many rows of each model go
/// @param tree the rows, each with those that go with it
/// @param cut whether more go than the tree shows
/// @param keepers rows that keep others from going
/// @param forbidden models whose rows this visitor may not delete
record DeletionView(
        List<Count> counts,
        List<Node> tree,
        boolean cut,
        List<Node> keepers,
        Set<String> forbidden) {

    private static final int MOST_ROWS = 1000;

    /// How many rows of a model go.
    record Count(String name, long rows) {}

    /// A row of the tree.
    record Node(String model, String name, @Nullable String url, List<Node> below) {}

    static <M extends Entity> DeletionView of(AdminSite site, Request request, QuerySet<M> rows) {
        return of(site, request, rows.mapping(), rows.limit(MOST_ROWS).list());
    }

    static <M extends Entity> DeletionView of(
            AdminSite site, Request request, ModelMapping<M> mapping, List<M> rows) {
        DeletionPreview preview = DeletionPreview.of(mapping, rows);
        var counts = new ArrayList<Count>();
        var forbidden = new LinkedHashSet<String>();
        preview.counts()
                .forEach((model, count) -> {
                    var state = model.state();
                    if (count > 0) {
                        String name =
                                Words.capFirst(
                                        count == 1 ? state.shownName() : state.shownNamePlural());
                        counts.add(new Count(name, count));
                        if (!deletes(site, request, model)) {
                            forbidden.add(name);
                        }
                    }
                });
        return new DeletionView(
                counts,
                nodes(site, request, preview.roots()),
                preview.cut(),
                preview.keepers().stream().map(row -> node(site, request, row, List.of())).toList(),
                forbidden);
    }

    /// Rows of models that are not in the admin go with the others; the others ask.
    private static boolean deletes(AdminSite site, Request request, ModelMapping<?> model) {
        ModelAdmin<?> admin = site.admin(model.state().label());
        return admin == null || admin.hasDeletePermission(request, null);
    }

    private static List<Node> nodes(
            AdminSite site, Request request, List<DeletionPreview.Branch> branches) {
        var all = new ArrayList<Node>();
        for (DeletionPreview.Branch branch : branches) {
            all.add(node(site, request, branch.row(), nodes(site, request, branch.below())));
        }
        return all;
    }

    private static Node node(AdminSite site, Request request, Entity row, List<Node> below) {
        ModelMapping<?> mapping = Mappings.of(row.getClass());
        ModelAdmin<?> admin = site.admin(mapping.state().label());
        boolean leads = admin != null && admin.hasViewPermission(request, null);
        return new Node(
                Words.capFirst(mapping.state().shownName()),
                row.toString(),
                leads ? site.changeUrl(row, mapping) : null,
                below);
    }

    /// {@return whether the rows can be deleted by this visitor}
    boolean allowed() {
        return forbidden.isEmpty() && keepers.isEmpty();
    }

    /// {@return for templates: whether the rows can be deleted}
    public boolean isAllowed() {
        return allowed();
    }
}
