package topics.shop;

import dev.quintet.admin.ModelAdmin;
import dev.quintet.admin.TabularInline;

/// Books, for staff.
final class BookAdmin extends ModelAdmin<Book> {
    BookAdmin() {
        listDisplay(
                Books.title, Books.author, Books.price, column("sold?", book -> book.stock == 0));
        listFilter(Books.published, Books.publisher);
        searchFields(Books.title, Books.isbn, Books.author.name);
        autocompleteFields(Books.author);
        inline(new ReviewInline());
        action("Mark as sold out", (request, books) -> books.update(Books.stock.set(0)));
    }

    static final class ReviewInline extends TabularInline<Review, Book> {
        ReviewInline() {
            super(Reviews.book);
        }
    }
}
