package topics.shop;

import static dev.quintet.auth.Guards.permissionRequired;
import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.path;
import static dev.quintet.http.Routes.post;
import static dev.quintet.web.Shortcuts.reverse;

import dev.quintet.forms.FormField;
import dev.quintet.http.BadRequest;
import dev.quintet.http.ClassView;
import dev.quintet.http.HttpFailure;
import dev.quintet.http.NotFound;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.ServiceUnavailable;
import dev.quintet.http.middleware.Condition;
import dev.quintet.http.middleware.RateLimits;
import dev.quintet.kernel.limit.Counters;
import dev.quintet.kernel.limit.Rate;
import dev.quintet.kernel.limit.RateLimiter;
import dev.quintet.kernel.pagination.InvalidPageException;
import dev.quintet.kernel.pagination.Page;
import dev.quintet.kernel.pagination.Paginator;
import dev.quintet.web.CreateView;
import dev.quintet.web.UpdateView;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Books for programs.
public final class Api {

    static final RateLimiter QUOTES =
            RateLimiter.slidingWindow(
                    "quotes", Rate.parse("100/day"), Counters.inMemory(Clock.systemUTC()));

    static final Routes ROUTES =
            Routes.of(
                    "api",
                    get("books/", Api::books).name("books"),
                    post("books/", CreateView.of(BookForm::new, Api::created)),
                    get("books/<int:pk>/", Api::book)
                            .name("book")
                            .with(Condition.etag(Api::version)),
                    path("books/<int:pk>/", UpdateView.of(Books.all(), BookForm::new, Api::json))
                            .methods("PUT"),
                    path("books/<int:pk>/", Api::patch).methods("PATCH"),
                    path("books/<int:pk>/", Api::delete)
                            .methods("DELETE")
                            .with(permissionRequired("shop.delete_book")),
                    get("pages/", Api::pages).name("pages"),
                    get("after/", Api::after).name("after"),
                    get("search/<slug:author>/", Api::search).name("search"),
                    post("parcels/", Api::send).name("parcels"),
                    path("books/<int:id>/stock/", ClassView.of(Stock::new)).name("stock"),
                    post("soap/", Envelopes::answer).name("soap"),
                    get("odd/<slug:what>/", Api::odd).name("odd"),
                    get("quotes/", Api::quote).name("quotes").with(RateLimits.of(QUOTES)));

    private Api() {}

    /// A book as it leaves the house.
    record BookJson(long id, String title, String author, BigDecimal price) {}

    static Object books(Request request) {
        return Books.all()
                .select(BookJson::new, Books.id, Books.title, Books.author.name, Books.price)
                .list();
    }

    static Response created(Book book) {
        return json(book).withStatus(201).withHeader("Location", reverse("api:book", book.id));
    }

    static Response json(Book book) {
        return Response.json(new BookJson(book.id, book.title, book.author.get().name, book.price));
    }

    static Response book(Request request, long pk) {
        return json(Books.getOr404(Books.id.eq(pk)));
    }

    static @Nullable String version(Request request) {
        long pk = request.captured("pk", Long.class);
        return Books.filter(Books.id.eq(pk))
                .select(Books.price)
                .first()
                .map(price -> pk + "-" + price)
                .orElse(null);
    }

    static Response patch(Request request, long pk) {
        var form = new BookForm();
        form.instance(Books.getOr404(Books.id.eq(pk)));
        if (request.json() instanceof Map<?, ?> sent) {
            for (FormField<?, ?> field : List.copyOf(form.fields())) {
                if (!sent.containsKey(field.name())) {
                    form.remove(field);
                }
            }
        }
        return form.accepts(request)
                ? json(form.save())
                : Response.json(form.errors().asJsonData(false)).withStatus(422);
    }

    static Response delete(Request request, long pk) {
        Books.filter(Books.id.eq(pk)).delete();
        return Response.noContent();
    }

    /// A page of a list.
    record Listing(long count, @Nullable String next, List<String> results) {}

    static Response pages(Request request) {
        var pages = Paginator.of(Books.all(), 2);
        Page<Book> page;
        try {
            page = pages.page(request.query().get("page", "1"));
        } catch (InvalidPageException none) {
            throw new NotFound("There is no such page.");
        }
        String next =
                page.hasNext() ? reverse("api:pages") + "?page=" + page.nextPageNumber() : null;
        List<String> titles = page.objectList().stream().map(book -> book.title).toList();
        return Response.json(new Listing(pages.count(), next, titles));
    }

    static Object after(Request request) {
        long last = Long.parseLong(request.query().get("after", "0"));
        return Books.filter(Books.id.gt(last))
                .orderBy(Books.id.asc())
                .limit(2)
                .select(BookJson::new, Books.id, Books.title, Books.author.name, Books.price)
                .list();
    }

    static Object search(Request request, String author) {
        var found = Books.filter(Books.author.name.icontains(author));
        String most = request.query().get("most");
        if (most != null) {
            found = found.filter(Books.price.lte(new BigDecimal(most)));
        }
        return switch (request.query().get("sort", "title")) {
            case "title" -> found.orderBy(Books.title.asc()).select(Books.title).list();
            case "price" -> found.orderBy(Books.price.asc()).select(Books.title).list();
            default -> throw new BadRequest("Sort by title or by price.");
        };
    }

    static Response send(Request request) {
        UUID key = UUID.fromString(String.valueOf(request.header("Idempotency-Key")));
        Book book = Books.getOr404(Books.isbn.eq(request.json(Wish.class).isbn()));
        var parcel =
                Parcels.all().getOrCreate(made -> made.book.set(book), Parcels.requestKey.set(key));
        return Response.json(Map.of("parcel", parcel.object().id))
                .withStatus(parcel.created() ? 201 : 200);
    }

    /// What a client wants to have sent.
    record Wish(String isbn) {}

    static Object odd(Request request, String what) {
        return switch (what) {
            case "nothing" -> Response.noContent();
            case "bad" -> throw new BadRequest("That makes no sense.");
            case "forbidden" -> throw new PermissionDenied("Not for you.");
            case "missing" -> throw new NotFound("It was here yesterday.");
            case "teapot" -> throw new HttpFailure(418, "No coffee here.");
            case "busy" -> throw new ServiceUnavailable("Later.", Duration.ofMinutes(1));
            default -> throw new IllegalStateException("our own mistake");
        };
    }

    static Object quote(Request request) {
        return Map.of("quote", "So many books, so little time.");
    }
}
