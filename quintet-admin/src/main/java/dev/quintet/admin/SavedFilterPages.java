package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.NotFound;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.web.messages.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Filters that people keep: offered beside a list, added and deleted there.
///
/// @param <M> the model
final class SavedFilterPages<M extends Entity> {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_QUERY = 2000;
    private static final int MOST = 100;

    private final AdminSite site;
    private final ModelAdmin<M> admin;

    /// A filter, as the list offers it.
    ///
    /// @param deleteUrl forgets it, or `null` where it is somebody else's
    record Offer(
            String name,
            String url,
            boolean selected,
            boolean shared,
            @Nullable String deleteUrl) {}

    SavedFilterPages(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
    }

    private static QuerySet<SavedFilter> visible(
            AdminSite site, ModelAdmin<?> admin, Request request) {
        return SavedFilters.filter(
                SavedFilters.model.eq(admin.mapping().state().label()),
                SavedFilters.site.eq(site.name()),
                SavedFilters.userId.eq(Staff.key(request)).or(SavedFilters.shared.eq(true)));
    }

    private static boolean shares(Request request) {
        return Staff.user(request).hasPermission(SavedFilter.SHARE);
    }

    /// {@return what a list says of them}
    static Map<String, @Nullable Object> of(
            AdminSite site, ModelAdmin<?> admin, Request request, ChangeList<?> list) {
        var variables = new HashMap<String, @Nullable Object>();
        if (list.popup()) {
            return variables;
        }
        String here = kept(list.asked()).encode();
        String url = site.url(admin.mapping(), "changelist");
        var offers = new ArrayList<Offer>();
        for (SavedFilter one : visible(site, admin, request).limit(MOST)) {
            offers.add(
                    new Offer(
                            one.name,
                            one.query.isEmpty() ? url : url + "?" + one.query,
                            one.query.equals(here),
                            one.shared,
                            forgets(request, one)
                                    ? site.url(admin.mapping(), "filter_delete", one.id)
                                    : null));
        }
        boolean known = offers.stream().anyMatch(Offer::selected);
        variables.put("saved_filters", offers);
        variables.put(
                "save_filter_url",
                here.isEmpty() || known ? null : site.url(admin.mapping(), "filters"));
        variables.put("filter_query", here);
        variables.put("shares_filters", shares(request));
        return variables;
    }

    /// What is kept of an address: not the place where one is in the list.
    private static QueryParams kept(QueryParams asked) {
        return asked.without(ChangeList.ERROR)
                .without(ChangeList.PAGE)
                .without(ChangeList.ALL)
                .without(ChangeList.POPUP)
                .without(Seek.AFTER)
                .without(Seek.BEFORE);
    }

    private static boolean forgets(Request request, SavedFilter filter) {
        return filter.userId.equals(Staff.key(request))
                || (filter.shared && Staff.user(request).superuser());
    }

    Response add(Request request) {
        refuse(request);
        String list = site.url(admin.mapping(), "changelist");
        if (!request.is("POST")) {
            return Response.redirect(list);
        }
        String name = request.form().get("name", "").strip();
        String query = kept(QueryParams.parse(request.form().get("query", ""))).encode();
        boolean shared = request.form().has("shared");
        if (name.isEmpty() || name.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            Messages.error(request, gettext("A filter needs a name of at most 100 characters."));
        } else if (shared && !shares(request)) {
            throw new PermissionDenied(gettext("You may not share filters."));
        } else {
            var filter = new SavedFilter();
            filter.userId = Staff.key(request);
            filter.site = site.name();
            filter.model = admin.mapping().state().label();
            filter.name = name;
            filter.query = query;
            filter.shared = shared;
            filter.save();
            Messages.success(request, gettext("The filter “%s” was saved.").formatted(name));
        }
        return Response.redirect(query.isEmpty() ? list : list + "?" + query);
    }

    Response delete(Request request, long id) {
        refuse(request);
        String list = site.url(admin.mapping(), "changelist");
        List<SavedFilter> found =
                visible(site, admin, request).filter(SavedFilters.id.eq(id)).list();
        if (found.isEmpty()) {
            throw new NotFound(gettext("There is no such filter."));
        }
        SavedFilter filter = found.getFirst();
        if (!forgets(request, filter)) {
            throw new PermissionDenied(gettext("The filter is somebody else's."));
        }
        if (request.is("POST")) {
            filter.delete();
            Messages.success(
                    request, gettext("The filter “%s” was deleted.").formatted(filter.name));
        }
        return Response.redirect(list);
    }

    private void refuse(Request request) {
        if (!admin.hasViewPermission(request, null)) {
            throw new PermissionDenied(gettext("You may not look at these rows."));
        }
    }
}
