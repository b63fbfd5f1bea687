package topics.shop;

import static dev.quintet.http.Routes.get;

import dev.quintet.http.Request;
import dev.quintet.http.Routes;
import java.util.Map;

/// Two versions of one resource, side by side.
final class Versions {

    static final Routes V1 =
            Routes.of("price", get("price/<int:id>/", Versions::asText).name("one"));
    static final Routes V2 =
            Routes.of("price", get("price/<int:id>/", Versions::asParts).name("one"));

    private Versions() {}

    static Object asText(Request request, long id) {
        return Map.of("price", Books.getOr404(Books.id.eq(id)).price + " EUR");
    }

    static Object asParts(Request request, long id) {
        return Map.of("amount", Books.getOr404(Books.id.eq(id)).price, "currency", "EUR");
    }
}
