package topics.bookshop;

import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.render;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import java.util.List;
import java.util.Map;

public final class Shelf {

    static final Routes ROUTES =
            Routes.of(
                    "shelf",
                    path("", Shelf::index).name("index").with(new Timed()),
                    path("books/<slug:slug>/", Shelf::book).name("book"),
                    path("books.csv", Shelf::export).name("export"),
                    path("countdown/", Shelf::countdown).name("countdown"),
                    path("numbers/", request -> List.of(3, 2, 1)).name("numbers"),
                    path("ping/", request -> "pong").name("ping"));

    private Shelf() {}

    static Response index(Request request) {
        return render(request, "bookshop/index.html", Map.of("books", Books.inStock()));
    }

    static Response book(Request request, String slug) {
        Book book = Books.getOr404(Books.slug.eq(slug));
        return render(request, "bookshop/book.html", Map.of("book", book));
    }

    static Response export(Request request) {
        return Response.csv(
                "books.csv",
                List.of("title", "price"),
                Books.all().stream().map(book -> List.of(book.title, book.price)));
    }

    static Response countdown(Request request) {
        return Response.stream(
                "text/plain",
                out -> {
                    for (int n = 3; n > 0; n--) {
                        out.write((n + "\n").getBytes(UTF_8));
                        out.flush();
                    }
                });
    }
}
