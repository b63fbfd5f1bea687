package topics.shop;

import static dev.quintet.auth.Guards.loginRequired;
import static dev.quintet.auth.Guards.permissionRequired;

import dev.quintet.http.ClassView;
import dev.quintet.http.Middleware;
import dev.quintet.http.Response;
import dev.quintet.http.middleware.Caching;
import java.util.List;

/// What a class view does around its methods is one list, read from the outside in.
final class Cellar extends ClassView {

    @Override
    protected List<Middleware> behaviours() {
        return List.of(Caching.never(), loginRequired(), permissionRequired("shop.change_book"));
    }

    @Override
    protected Object get() {
        return Response.text("Books in the cellar: " + Books.filter(Books.stock.gt(9)).count());
    }
}
