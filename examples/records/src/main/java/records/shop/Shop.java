package records.shop;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.path;
import static dev.quintet.http.Routes.post;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.auth.Auth;
import dev.quintet.auth.User;
import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.Session;
import dev.quintet.orm.QuerySet;
import dev.quintet.web.messages.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import records.catalog.Album;
import records.catalog.Albums;

/// The pages of the basket, and the order that came of it.
public final class Shop {

    /// Where they are.
    public static final Routes ROUTES =
            Routes.of(
                    "shop",
                    get("basket/", Shop::basket).name("basket"),
                    post("basket/add/<int:id>/", Shop::add).name("add"),
                    post("basket/<int:id>/", Shop::change).name("change"),
                    path("checkout/", Checkout::page).name("checkout"),
                    get("orders/", Shop::orders).name("orders").loginRequired(),
                    get("orders/<str:token>/", Shop::order).name("order"));

    private Shop() {}

    /// {@return the variable `basket_count` of each page; the session is read where a template
    /// asks, and where there is one: a page about a static file that is missing has none}
    public static Map<String, ?> basketCount(Map<String, ? extends @Nullable Object> given) {
        if (given.get("request") instanceof Request request) {
            Supplier<Integer> count =
                    () -> request.find(Session.KEY).isPresent() ? Basket.of(request).count() : 0;
            return Map.of("basket_count", count);
        }
        return Map.of();
    }

    static Response basket(Request request) {
        List<Basket.Line> lines = Basket.of(request).lines();
        record Page(List<Basket.Line> lines, BigDecimal sum, boolean tooFew) {}
        return render(
                request,
                "shop/basket.html",
                new Page(lines, Basket.sum(lines), lines.stream().anyMatch(Basket.Line::isShort)));
    }

    static Response add(Request request, long id) {
        Album album = Albums.getOr404(Albums.id.eq(id));
        Basket basket = Basket.of(request);
        int there = Stock.of(id);
        if (basket.of(id) >= there) {
            Messages.warning(
                    request,
                    there == 0
                            ? "“" + album.title + "” is sold out."
                            : "All that we have of “" + album.title + "” is in your basket.");
        } else {
            basket.put(id, basket.of(id) + 1);
            Messages.success(request, "“" + album.title + "” is in your basket.");
        }
        return redirect("shop:basket");
    }

    static Response change(Request request, long id) {
        String count = request.form().get("count");
        boolean out = request.form().has("remove");
        if (out) {
            Basket.of(request).put(id, 0);
        } else if (count != null && count.matches("[0-9]{1,3}")) {
            Basket.of(request).put(id, Integer.parseInt(count));
        }
        return redirect("shop:basket");
    }

    /// All that somebody who has an account has bought.
    static Response orders(Request request) {
        User buyer = Auth.user(request, User.class);
        record Page(QuerySet<Order> orders) {}
        return render(
                request,
                "shop/orders.html",
                new Page(Orders.filter(Orders.buyer.eq(buyer)).prefetchRelated(Orders.lines)));
    }

    /// An order has an address in it: only the browser that placed it sees it, and who has signed
    /// in as its buyer.
    static Response order(Request request, String token) {
        Order order = Orders.getOr404(Orders.token.eq(token));
        boolean here =
                request.session().get(Checkout.ORDERS) instanceof List<?> placed
                        && placed.contains(token);
        boolean buyers =
                Auth.find(request, User.class)
                        .filter(user -> user.equals(order.buyer.get()))
                        .isPresent();
        if (!here && !buyers) {
            throw new NotFound("There is no such order.");
        }
        List<OrderLine> lines =
                order.lines.all().selectRelated(OrderLines.album, OrderLines.album.artist()).list();
        return render(request, "shop/order.html", Map.of("order", order, "lines", lines));
    }
}
