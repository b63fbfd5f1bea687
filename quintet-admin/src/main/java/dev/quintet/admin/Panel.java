package dev.quintet.admin;

import dev.quintet.http.Request;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Something of a site's own on the front page of its admin: a {@link Chart}, or any other value
/// that templates show. Immutable.
///
/// ```java
/// site.panel(Panel.of("Revenue", request -> Chart.columns(months())).needs("shop.view_invoice"));
/// ```
public final class Panel {

    private final CharSequence title;
    private final Function<Request, ? extends Object> content;
    private final @Nullable String permission;
    private final @Nullable String page;

    private Panel(
            CharSequence title,
            Function<Request, ? extends Object> content,
            @Nullable String permission,
            @Nullable String page) {
        this.title = title;
        this.content = content;
        this.permission = permission;
        this.page = page;
    }

    /// {@return a panel that all staff sees}
    ///
    /// @param content makes what it shows, for each request: a chart, HTML that is marked as safe,
    ///   or text
    public static Panel of(CharSequence title, Function<Request, ? extends Object> content) {
        return new Panel(
                Objects.requireNonNull(title, "title"),
                Objects.requireNonNull(content, "content"),
                null,
                null);
    }

    /// {@return the same for those alone who have a permission, such as `shop.view_invoice`}
    public Panel needs(String permission) {
        return new Panel(title, content, Objects.requireNonNull(permission, "permission"), page);
    }

    /// {@return the same, whose title leads to a page of the admin}
    ///
    /// @param name of its route without the admin's, such as `shop_invoice_changelist`
    public Panel leadingTo(String name) {
        return new Panel(title, content, permission, Objects.requireNonNull(name, "name"));
    }

    boolean isFor(Request request) {
        return permission == null || Staff.user(request).hasPermission(permission);
    }

    /// What the template shows.
    ///
    /// @param url where the title leads, or `null`
    record Shown(CharSequence title, @Nullable String url, Object content) {}

    Shown shown(AdminSite site, Request request) {
        return new Shown(title, page == null ? null : site.url(page), content.apply(request));
    }
}
