package dev.quintet.web;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.media.StoredFiles;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.StoredFile;
import dev.quintet.template.Template;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What most views end with. Django: `django.shortcuts`.
///
/// Import its methods statically. Rows that may be missing: `Albums.getOr404(...)`.
public final class Shortcuts {

    private Shortcuts() {}

    /// {@return the page that a template makes of these variables}
    ///
    /// @param template name below `templates/`, such as `catalog/index.html`
    /// @throws dev.quintet.template.TemplateException when there is no such template, or it fails
    public static Response render(
            Request request, String template, Map<String, ? extends @Nullable Object> variables) {
        Template found = Context.current().get(SiteTemplates.KEY).get(template);
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("request", request);
        all.putAll(variables);
        return Response.html(found.renderBytes(all));
    }

    /// {@return the page that a template makes without variables of the view's own}
    ///
    /// @throws dev.quintet.template.TemplateException when there is no such template, or it fails
    public static Response render(Request request, String template) {
        return render(request, template, Map.of());
    }

    /// {@return the page that a template makes of a record, its components being the variables}
    ///
    /// While developing, the whole template is held against the record the first time.
    ///
    /// @throws dev.quintet.template.TemplateException when there is no such template, it fails, or
    ///   it is written for another record
    public static Response render(Request request, String template, Record page) {
        Template found = Context.current().get(SiteTemplates.KEY).get(template);
        return Response.html(found.renderBytes(page, Map.of("request", request)));
    }

    /// {@return the text that a template makes of these variables, for a mail or a file. Django:
    /// `render_to_string`}
    ///
    /// @param template name below `templates/`, such as `shop/order_sent.txt`
    /// @throws dev.quintet.template.TemplateException when there is no such template, or it fails
    public static String renderToString(
            String template, Map<String, ? extends @Nullable Object> variables) {
        return Context.current().get(SiteTemplates.KEY).get(template).render(variables);
    }

    /// Returns a redirect (302) to a named route, or to an address.
    ///
    /// What has a slash or a dot in it is an address: `/albums/`, `../`, `https://example.com/`;
    /// all else is the name of a route, such as `catalog:album`. An address that begins with two
    /// slashes or a backslash, which leads to another host without saying so, is refused: what a
    /// visitor sent must not become a redirect unseen.
    ///
    /// @param to name of a route, or an address
    /// @param args values for what the route captures; none for an address
    /// @throws dev.quintet.http.ReverseException when no route fits
    /// @throws dev.quintet.http.BadRequest when the address is refused
    public static Response redirect(String to, Object... args) {
        return Response.redirect(Addresses.of(to, List.of(args)));
    }

    /// {@return a redirect for good (301), as {@link #redirect} reads it}
    ///
    /// @param to name of a route, or an address
    /// @param args values for what the route captures; none for an address
    public static Response permanentRedirect(String to, Object... args) {
        return Response.permanentRedirect(Addresses.of(to, List.of(args)));
    }

    /// {@return rows, of which there must be one at least. Django: `get_list_or_404`}
    ///
    /// @throws NotFound when there is none
    public static <M extends Entity> List<M> getListOr404(QuerySet<M> rows) {
        List<M> found = rows.list();
        if (found.isEmpty()) {
            String plural = rows.mapping().state().verboseNamePlural();
            throw new NotFound(gettext("There are no %s here.").formatted(plural));
        }
        return found;
    }

    /// {@return the file that a row names, from the storage that its field keeps files in: shown
    /// where that is safe, else offered for saving}
    ///
    /// Whoever calls this has looked whether the visitor may have it.
    ///
    /// @throws NotFound when the row names none, or it is gone
    public static Response sendFile(Request request, StoredFile file) throws IOException {
        return StoredFiles.send(request, storage(file), file.name());
    }

    /// {@return the file that a row names, to be saved under its name}
    ///
    /// @throws NotFound when the row names none, or it is gone
    public static Response sendAttachment(Request request, StoredFile file) throws IOException {
        return StoredFiles.attachment(request, storage(file), file.name());
    }

    private static Storage storage(StoredFile file) {
        if (!file.isKept()) {
            throw new NotFound("There is no such file.");
        }
        return Context.current().get(Storages.KEY).get(file.storage());
    }

    /// {@return the URL of a named route, in the current site}
    ///
    /// @param args values for what the route captures
    /// @throws dev.quintet.http.ReverseException when no route fits
    public static String reverse(String name, Object... args) {
        return Context.current().get(Router.KEY).reverse(name, args);
    }
}
