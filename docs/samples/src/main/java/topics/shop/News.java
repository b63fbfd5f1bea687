package topics.shop;

import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.redirect;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Reverse;
import dev.quintet.http.Routes;

/// What is new in the shop.
final class News {

    static final Reverse FRONT = Reverse.of("news:index").query("from", "old");

    static final Routes ROUTES =
            Routes.of(
                    "news",
                    path("", News::index).name("index"),
                    path("<int:year>/", News::year).name("year"),
                    path("<slug:name>/", News::article).name("article"));

    private News() {}

    static Response index(Request request) {
        return Response.text("All the news");
    }

    static Response year(Request request, long year) {
        return Response.text("The news of " + year);
    }

    static Response article(Request request, String name) {
        return name.equals("old") ? redirect(FRONT.url()) : Response.text("About " + name);
    }
}
