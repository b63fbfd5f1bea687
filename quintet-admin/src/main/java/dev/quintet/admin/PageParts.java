package dev.quintet.admin;

import dev.quintet.auth.SiteUser;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.state.ModelState;
import dev.quintet.template.TemplateEngine;
import dev.quintet.web.Shortcuts;
import dev.quintet.web.SiteTemplates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What all pages of the admin have: names, the way back, the models at the side.
final class PageParts {

    /// A step of the way back.
    ///
    /// @param url `null` for the page itself
    record Crumb(CharSequence label, @Nullable String url) {}

    /// An app at the side and on the front page.
    record AppEntry(String label, CharSequence name, String url, List<ModelEntry> models) {

        AppEntry {
            models = List.copyOf(models);
        }
    }

    /// A model at the side and on the front page; an address is `null` where the visitor may not
    /// go.
    record ModelEntry(
            String label,
            CharSequence name,
            String url,
            @Nullable String addUrl,
            boolean changes,
            boolean current) {}

    private PageParts() {}

    /// {@return the variables that all pages have}
    static Map<String, @Nullable Object> of(
            AdminSite site, Request request, CharSequence title, @Nullable String model) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("site_title", site.title());
        all.put("site_header", site.header());
        all.put("site_url", site.siteUrl());
        all.put("admin_name", site.name());
        all.put("index_url", site.url("index"));
        all.put("search_url", site.url("search"));
        all.put("logout_url", site.url("logout"));
        all.put("title", title);
        SiteUser user = Staff.user(request);
        all.put("user_name", user.username());
        all.put("apps", apps(site, request, model));
        all.put("is_popup", request.query().has(ChangeList.POPUP));
        return all;
    }

    /// {@return the apps with models that the visitor may see}
    static List<AppEntry> apps(AdminSite site, Request request, @Nullable String current) {
        var byApp = new LinkedHashMap<String, List<ModelEntry>>();
        for (ModelAdmin<?> admin : site.admins()) {
            ModelState state = admin.mapping().state();
            boolean view = admin.hasViewPermission(request, null);
            boolean add = admin.hasAddPermission(request);
            if (!view && !add) {
                continue;
            }
            byApp.computeIfAbsent(state.app(), _ -> new ArrayList<>())
                    .add(
                            new ModelEntry(
                                    state.label(),
                                    Words.capFirst(state.shownNamePlural()),
                                    site.url(admin.mapping(), view ? "changelist" : "add"),
                                    add ? site.url(admin.mapping(), "add") : null,
                                    admin.hasChangePermission(request, null),
                                    state.label().equals(current)));
        }
        var all = new ArrayList<AppEntry>();
        byApp.forEach((label, models) ->
                all.add(new AppEntry(label, appName(label), site.url("app_list", label), models)));
        return all;
    }

    /// {@return what people read for an app}
    static CharSequence appName(String label) {
        return Context.current().apps().list().stream()
                .filter(app -> app.label().equals(label))
                .findFirst()
                .<CharSequence>map(dev.quintet.kernel.app.App::verboseName)
                .orElse(label);
    }

    /// {@return a page of a model, by the most special template that there is: of the model, of its
    /// app, of the admin}
    static Response render(
            Request request,
            ModelState state,
            String page,
            Map<String, ? extends @Nullable Object> variables) {
        String lower = state.name().toLowerCase(Locale.ROOT);
        List<String> names =
                List.of(
                        "admin/" + state.app() + "/" + lower + "/" + page,
                        "admin/" + state.app() + "/" + page,
                        "admin/" + page);
        TemplateEngine engine = Context.current().get(SiteTemplates.KEY);
        String name = names.stream().filter(engine::exists).findFirst().orElse(names.getLast());
        return Shortcuts.render(request, name, variables);
    }

    /// {@return the way from the front page to a model}
    static List<Crumb> crumbs(AdminSite site, ModelAdmin<?> admin, Crumb... more) {
        var all = new ArrayList<Crumb>();
        ModelState state = admin.mapping().state();
        all.add(new Crumb(appName(state.app()), site.url("app_list", state.app())));
        all.add(
                new Crumb(
                        Words.capFirst(state.shownNamePlural()),
                        more.length == 0 ? null : site.url(admin.mapping(), "changelist")));
        all.addAll(List.of(more));
        return all;
    }
}
