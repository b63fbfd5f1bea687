package topics.shop;

import static dev.quintet.http.Routes.path;
import static dev.quintet.http.Routes.post;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.auth.Auth;
import dev.quintet.http.ClassView;
import dev.quintet.http.Cookie;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.middleware.Caching;
import dev.quintet.http.middleware.Condition;
import dev.quintet.orm.Transaction;
import dev.quintet.web.CreateView;
import dev.quintet.web.DeleteView;
import dev.quintet.web.FormView;
import dev.quintet.web.ListView;
import dev.quintet.web.UpdateView;
import dev.quintet.web.messages.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Pages of the shop.
public final class Pages {

    static final Routes ROUTES =
            Routes.of(
                    "shop",
                    path("", Pages::index).name("index"),
                    path("books/<int:id>/", Pages::book).name("book"),
                    path("books/add/", Pages::add).name("add"),
                    post("books/<int:id>/buy/", Pages::buy).name("buy"),
                    path("echo/", Pages::echo).name("echo"),
                    path(
                                    "contact/",
                                    FormView.of(
                                            ContactForm::new,
                                            "shop/form.html",
                                            (_, form) -> redirect("shop:index")))
                            .name("contact"),
                    path("cellar/", ClassView.of(Cellar::new)).name("cellar"),
                    path("account/", Pages::account).name("account").loginRequired(),
                    path("prices/", Pages::prices)
                            .name("prices")
                            .with(
                                    Caching.publicly(Duration.ofMinutes(5)),
                                    Condition.etag(request -> "prices-" + Books.all().count())));

    static final Routes SHELF =
            Routes.of(
                    "shelf",
                    path("", ListView.of(Books.all()).paginateBy(20)).name("books"),
                    path("add/", CreateView.of(BookForm::new, book -> redirect("shelf:books"))),
                    path(
                            "<int:pk>/",
                            UpdateView.of(
                                    Books.all(), BookForm::new, book -> redirect("shelf:books"))),
                    path(
                            "<int:pk>/delete/",
                            DeleteView.of(Books.all(), book -> redirect("shelf:books"))));

    private Pages() {}

    static Response index(Request request) {
        return render(request, "shop/index.html", Map.of("books", Books.all()));
    }

    /// What the page of a book knows.
    public record BookPage(Book book, List<Review> reviews, boolean mayReview) {}

    static Response book(Request request, long id) {
        Book book = Books.getOr404(Books.id.eq(id));
        List<Review> reviews = book.reviews.all().list();
        boolean mayReview = Auth.user(request).signedIn();
        return render(request, "shop/book.html", new BookPage(book, reviews, mayReview));
    }

    static Response add(Request request) {
        var form = new BookForm();
        if (request.is("POST") && form.accepts(request)) {
            Book book = form.save();
            return redirect("shop:book", book.id);
        }
        return render(request, "shop/book_form.html", Map.of("form", form));
    }

    static Response buy(Request request, long id) {
        Book book = Books.getOr404(Books.id.eq(id));
        if (book.sell()) {
            Transaction.onCommit(() -> ShopApp.SOLD.send(id));
            Messages.success(request, book.title + " is yours.");
        } else {
            Messages.error(request, book.title + " is sold out.");
        }
        return redirect("shop:book", id);
    }

    static Response echo(Request request) {
        var seen =
                Map.of(
                        "method", request.method(),
                        "tags", request.query().all("tag"),
                        "form", request.form().asMap(),
                        "agent", String.valueOf(request.header("User-Agent")),
                        "address", request.clientAddress(),
                        "user", Auth.user(request).username());
        return Response.json(seen)
                .withStatus(202)
                .withHeader("X-Echo", "yes")
                .withCookie(Cookie.of("seen", "once"));
    }

    static Response account(Request request) {
        Member member = Auth.user(request, Member.class);
        return Response.text("Hello, " + member.username + ". We call you at " + member.phone);
    }

    /// What a book costs.
    record Price(String isbn, BigDecimal price) {}

    static Response prices(Request request) {
        return Response.json(Books.all().select(Price::new, Books.isbn, Books.price).list());
    }
}
