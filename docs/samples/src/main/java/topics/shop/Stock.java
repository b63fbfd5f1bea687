package topics.shop;

import dev.quintet.http.ClassView;
import java.util.Map;

/// How many copies there are, for programs.
final class Stock extends ClassView {

    private Book book = new Book();

    @Override
    protected Object before() {
        book = Books.getOr404(Books.id.eq(captured("id", Long.class)));
        return null;
    }

    @Override
    protected Object get() {
        return Map.of("isbn", book.isbn, "stock", book.stock);
    }

    @Override
    protected Object put() {
        book.stock = request().json(Level.class).stock();
        book.save();
        return get();
    }

    /// What a client may set.
    record Level(int stock) {}
}
