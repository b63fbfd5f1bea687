package dev.quintet.admin;

import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import dev.quintet.http.Routes;
import dev.quintet.orm.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The pages of one model, under Django's names.
final class ModelPages {

    private ModelPages() {}

    static <M extends Entity> List<Route> of(AdminSite site, ModelAdmin<M> admin) {
        var state = admin.mapping().state();
        String at = state.app() + "/" + state.name().toLowerCase(Locale.ROOT) + "/";
        String stem = AdminSite.stem(state);
        var list = new ListPage<>(site, admin);
        var edit = new EditPage<>(site, admin);
        var delete = new DeletePage<>(site, admin);
        var history = new HistoryPage<>(site, admin);
        var all = new ArrayList<Route>();
        List<Route> own = admin.pages();
        if (!own.isEmpty()) {
            all.add(include(at, Routes.of(own.toArray(Route[]::new))));
        }
        all.add(path(at, list::answer).name(stem + "_changelist"));
        all.add(path(at + "add/", edit::add).name(stem + "_add"));
        all.add(path(at + "import/", new ImportPage<>(site, admin)::answer).name(stem + "_import"));
        var undo = new UndoPage<>(site, admin);
        var runs = new RunPages<>(site, admin);
        all.add(
                path(at + "runs/<int:run>/", (Request request, Long run) -> runs.show(request, run))
                        .name(stem + "_run"));
        all.add(
                path(
                                at + "runs/<int:run>/undo/",
                                (Request request, Long run) -> runs.undo(request, run))
                        .name(stem + "_run_undo"));
        all.add(path(at + "runs/", runs::list).name(stem + "_runs"));
        var filters = new SavedFilterPages<>(site, admin);
        all.add(path(at + "filters/", filters::add).name(stem + "_filters"));
        all.add(
                path(
                                at + "filters/<int:filter>/delete/",
                                (Request request, Long filter) -> filters.delete(request, filter))
                        .name(stem + "_filter_delete"));
        all.add(
                path(
                                at + "<path:key>/history/<int:entry>/undo/",
                                (Request request, String key, Long entry) ->
                                        undo.answer(request, key, entry))
                        .name(stem + "_undo"));
        all.add(
                path(
                                at + "<path:key>/history/",
                                (Request request, String key) -> history.answer(request, key))
                        .name(stem + "_history"));
        all.add(
                path(
                                at + "<path:key>/delete/",
                                (Request request, String key) -> delete.answer(request, key))
                        .name(stem + "_delete"));
        all.add(
                path(
                                at + "<path:key>/change/",
                                (Request request, String key) -> edit.change(request, key))
                        .name(stem + "_change"));
        all.add(
                path(
                        at + "<path:key>/",
                        (Request request, String key) ->
                                Response.redirect(site.url(admin.mapping(), "change", key))));
        return all;
    }
}
