package dev.quintet.orm;

import dev.quintet.orm.press.Author;
import dev.quintet.orm.press.AuthorProfile;
import dev.quintet.orm.press.Authorship;
import dev.quintet.orm.press.Book;
import dev.quintet.orm.press.Branch;
import dev.quintet.orm.press.Copy;
import dev.quintet.orm.press.Country;
import dev.quintet.orm.press.ExpensiveBook;
import dev.quintet.orm.press.InvoiceLine;
import dev.quintet.orm.press.Magazine;
import dev.quintet.orm.press.Newspaper;
import dev.quintet.orm.press.Periodical;
import dev.quintet.orm.press.Publisher;
import dev.quintet.orm.press.Seat;
import java.math.BigDecimal;
import java.util.List;

/// The models of a publishing house, and rows of them.
final class TestPress {

    static final List<Class<? extends Entity>> MODELS =
            List.of(
                    Country.class,
                    Publisher.class,
                    Author.class,
                    AuthorProfile.class,
                    Book.class,
                    ExpensiveBook.class,
                    Authorship.class,
                    Branch.class,
                    Copy.class,
                    Periodical.class,
                    Magazine.class,
                    Newspaper.class,
                    InvoiceLine.class,
                    Seat.class);

    private TestPress() {}

    static TestShop open(String kind) {
        return TestShop.open(kind, MODELS);
    }

    static Country givenCountry(String code, String name) {
        var country = new Country();
        country.code = code;
        country.name = name;
        country.save();
        return country;
    }

    static Publisher givenPublisher(String name) {
        var publisher = new Publisher();
        publisher.name = name;
        publisher.country.set(givenCountry(name.substring(0, 2), name + "land"));
        publisher.save();
        return publisher;
    }

    static Author givenAuthor(String name) {
        var author = new Author();
        author.name = name;
        author.slug = new Slug(name);
        author.save();
        return author;
    }

    static Book book(Publisher publisher, String title) {
        var book = new Book();
        book.title = title;
        book.slug = new Slug(title);
        book.isbn = title;
        book.publisher.set(publisher);
        book.price = new BigDecimal("20.00");
        book.pages = 100;
        return book;
    }

    static Book givenBook(Publisher publisher, String title) {
        Book book = book(publisher, title);
        book.save();
        return book;
    }

    static Branch givenBranch(String code) {
        var branch = new Branch();
        branch.code = code;
        branch.save();
        return branch;
    }

    static Copy givenCopy(Book book, Branch branch, String barcode) {
        var copy = new Copy();
        copy.book.set(book);
        copy.branch.set(branch);
        copy.barcode = barcode;
        copy.save();
        return copy;
    }

    static Magazine givenMagazine(String name, Publisher publisher) {
        var magazine = new Magazine();
        magazine.name = name;
        magazine.issn = name;
        magazine.publisher.set(publisher);
        magazine.glossy = false;
        magazine.save();
        return magazine;
    }
}
