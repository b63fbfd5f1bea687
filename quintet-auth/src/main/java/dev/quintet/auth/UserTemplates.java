package dev.quintet.auth;

import dev.quintet.http.Request;
import dev.quintet.http.Visitor;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.template.ContextProcessor;
import dev.quintet.template.Library;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What templates have of users: the variables `user` and `perms` in every page, and the filter
/// `allows`. Django: the context processor `auth`.
///
/// `{% if perms.catalog.add_album %}`, `{% if "catalog.add_album" in perms %}`, `{% if
/// perms.catalog %}`; a page that asks nothing of them costs no statement. `{% if
/// album|allows:"catalog.change_album" %}` asks what its visitor may do with one object.
public final class UserTemplates implements ContextProcessor {

    /// Made by the site.
    public UserTemplates() {}

    /// {@return the filter `allows`}
    public static Library library() {
        return Library.named("auth")
                .filter(
                        "allows",
                        (object, permission) ->
                                object != null
                                        && permission != null
                                        && Request.current()
                                                .map(UserTemplates::user)
                                                .orElse(AnonymousUser.ANYBODY)
                                                .hasPermission(permission.toString(), object));
    }

    @Override
    public Set<String> names() {
        return Set.of("user", "perms");
    }

    @Override
    public Map<String, ? extends @Nullable Object> variables(
            Map<String, ? extends @Nullable Object> given) {
        Request request =
                given.get("request") instanceof Request mine
                        ? mine
                        : Request.current().orElse(null);
        if (request == null || request.find(Visitor.KEY).isEmpty()) {
            return Map.of("user", AnonymousUser.ANYBODY, "perms", new Perms(AnonymousUser.ANYBODY));
        }
        Supplier<@Nullable Object> user = () -> user(request);
        Supplier<@Nullable Object> perms = () -> new Perms(user(request));
        return Map.of("user", user, "perms", perms);
    }

    private static SiteUser user(Request request) {
        return request.find(Visitor.KEY).isPresent() ? Auth.user(request) : AnonymousUser.ANYBODY;
    }

    /// What a user may do: `perms.catalog`, or a permission that is looked for in it.
    private static final class Perms extends AbstractSet<String> implements TemplateObject {

        private final SiteUser user;

        Perms(SiteUser user) {
            this.user = user;
        }

        @Override
        public @Nullable Object templateAttribute(String app) {
            return new InApp(user, app);
        }

        @Override
        public boolean contains(@Nullable Object sought) {
            String text = String.valueOf(sought);
            return text.indexOf('.') < 0
                    ? user.hasModulePermissions(text)
                    : user.hasPermission(text);
        }

        @Override
        public Iterator<String> iterator() {
            return user.allPermissions().iterator();
        }

        @Override
        public int size() {
            return user.allPermissions().size();
        }
    }

    /// What a user may do in one app; empty, and so false, where nothing.
    private static final class InApp extends AbstractSet<String> implements TemplateObject {

        private final SiteUser user;
        private final String app;

        InApp(SiteUser user, String app) {
            this.user = user;
            this.app = app;
        }

        @Override
        public @Nullable Object templateAttribute(String code) {
            return user.hasPermission(app + "." + code);
        }

        @Override
        public boolean contains(@Nullable Object sought) {
            return user.hasPermission(app + "." + sought);
        }

        @Override
        public Iterator<String> iterator() {
            return user.allPermissions().stream()
                    .filter(each -> each.startsWith(app + "."))
                    .iterator();
        }

        @Override
        public int size() {
            return user.hasModulePermissions(app) ? 1 : 0;
        }
    }
}
