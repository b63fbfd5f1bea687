package dev.quintet.admin;

import static dev.quintet.http.Routes.path;
import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.auth.AbstractUser;
import dev.quintet.auth.Auth;
import dev.quintet.auth.Group;
import dev.quintet.auth.pages.SetPasswordForm;
import dev.quintet.forms.ModelForm;
import dev.quintet.http.NotFound;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.RowKey;
import dev.quintet.web.messages.Messages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The admin of user models that extend {@link AbstractUser}: registered by itself, or extended by
/// one of your own.
///
/// Only a superuser may say who is one, in which groups somebody is and what they may do, or touch
/// the account of another superuser: who may merely change users gains nothing by it.
///
/// @param <U> the user model
public class UserAdmin<U extends AbstractUser> extends ModelAdmin<U> {

    private static final Set<String> POWERS =
            Set.of("isSuperuser", "isStaff", "groups", "userPermissions");

    /// Makes one.
    @SuppressWarnings("this-escape") // only what the constructor of ModelAdmin has set is asked
    public UserAdmin(Class<U> model) {
        super(model);
        for (String name : List.of("username", "email", "firstName", "lastName", "isStaff")) {
            list.columns.add(ShownColumn.of(mapping(), name));
        }
        for (String name : List.of("isStaff", "isSuperuser", "isActive", "groups")) {
            list.filters.add(new FieldFilter<>(FieldAt.find(mapping(), name)));
        }
        for (String name : List.of("username", "firstName", "lastName", "email")) {
            list.search.add(new ListOptions.SearchField(name, "icontains"));
        }
        list.ordering = List.of("username");
        form.fieldsets.add(new Fieldset(null, List.of("username"), null, false));
        form.fieldsets.add(
                new Fieldset(
                        gettextLazy("Personal info"),
                        List.of("firstName", "lastName", "email"),
                        null,
                        false));
        form.fieldsets.add(
                new Fieldset(
                        gettextLazy("Permissions"),
                        List.of("isActive", "isStaff", "isSuperuser", "groups", "userPermissions"),
                        null,
                        false));
        form.fieldsets.add(
                new Fieldset(
                        gettextLazy("Important dates"),
                        List.of("lastLogin", "dateJoined"),
                        null,
                        false));
        form.readonly.add("lastLogin");
        form.readonly.add("dateJoined");
    }

    /// Registers the site's user model and its groups, where no app did.
    static void register(AdminSite site) {
        Context context = Context.current();
        for (ModelMapping<?> model : context.get(Models.KEY).list()) {
            boolean there = site.admin(model.state().label()) != null;
            if (!there && AbstractUser.class.isAssignableFrom(model.type())) {
                site.register(new UserAdmin<>(model.type().asSubclass(AbstractUser.class)));
            } else if (!there && model.type().equals(Group.class)) {
                site.register(new GroupAdmin());
            }
        }
    }

    @Override
    protected @Nullable ModelForm<U> formFor(Request request, @Nullable U row) {
        return row == null ? new NewUserForm<>(mapping().type()) : super.formFor(request, row);
    }

    @Override
    protected Set<String> readonlyFor(Request request, @Nullable U row) {
        var names = new LinkedHashSet<>(super.readonlyFor(request, row));
        if (!Staff.user(request).superuser()) {
            names.addAll(POWERS);
        }
        return names;
    }

    @Override
    protected boolean hasChangePermission(Request request, @Nullable U row) {
        return super.hasChangePermission(request, row) && mayTouch(request, row);
    }

    @Override
    protected boolean hasDeletePermission(Request request, @Nullable U row) {
        return super.hasDeletePermission(request, row) && mayTouch(request, row);
    }

    private boolean mayTouch(Request request, @Nullable U row) {
        return row == null || !row.superuser() || Staff.user(request).superuser();
    }

    @Override
    protected Map<? extends CharSequence, String> links(Request request, U row) {
        return !hasChangePermission(request, row)
                ? Map.of()
                : Map.of(
                        gettext("Set password"),
                        site().changeUrl(row, mapping()).replaceFirst("change/$", "password/"));
    }

    @Override
    protected List<Route> pages() {
        return List.of(
                path(
                        "<path:key>/password/",
                        (Request request, String key) -> password(request, key)));
    }

    private Response password(Request request, String part) {
        AdminSite of = site();
        U user = RowKey.find(queryset(request), KeyInAddress.unquoted(part));
        if (user == null) {
            throw new NotFound(gettext("There is no such user."));
        }
        if (!hasChangePermission(request, user)) {
            throw new PermissionDenied(gettext("You may not change this row."));
        }
        var form = new SetPasswordForm(user);
        if (request.is("POST") && form.accepts(request)) {
            form.save();
            if (Auth.user(request).equals(user)) {
                Auth.updateSessionAuthHash(request, user);
            }
            Journal.changed(
                    request,
                    user,
                    List.of(Map.of("changed", Map.of("fields", List.of(gettext("password"))))));
            Messages.success(request, gettext("The password was set."));
            return Response.redirect(of.changeUrl(user, mapping()));
        }
        var state = mapping().state();
        var variables = PageParts.of(of, request, gettext("Set password"), state.label());
        variables.put(
                "crumbs",
                PageParts.crumbs(
                        of,
                        this,
                        new PageParts.Crumb(user.toString(), of.changeUrl(user, mapping())),
                        new PageParts.Crumb(gettext("Set password"), null)));
        variables.put("form", form);
        variables.put("name", user.toString());
        variables.put("self_url", request.fullPath());
        variables.put("back_url", of.changeUrl(user, mapping()));
        return PageParts.render(request, state, "set_password.html", variables);
    }
}
