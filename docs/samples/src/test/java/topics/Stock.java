package topics;

import dev.quintet.orm.Slug;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import topics.bookshop.Author;
import topics.bookshop.Book;
import topics.bookshop.Genre;
import topics.bookshop.Tag;

/// What stands on the shelf when a sample begins.
final class Stock {

    private Stock() {}

    static void save() {
        Author austen = author("Jane Austen");
        Author shelley = author("Mary Shelley");
        book("Emma", "9.50", 3, Genre.NOVEL, LocalDate.of(1815, 12, 23), austen);
        book("Persuasion", "8.00", 0, Genre.NOVEL, LocalDate.of(1817, 12, 20), austen);
        book("Frankenstein", "12.00", 5, Genre.GOTHIC, LocalDate.of(1818, 1, 1), shelley);
        book("The Last Man", "11.00", 1, Genre.NOVEL, null, shelley);
        for (String name : new String[] {"classic", "england", "monsters"}) {
            new Tag(name).save();
        }
    }

    private static Author author(String name) {
        var author = new Author();
        author.name = name;
        author.save();
        return author;
    }

    private static void book(
            String title,
            String price,
            int copies,
            Genre genre,
            @Nullable LocalDate published,
            Author author) {
        var book = new Book();
        book.title = title;
        book.slug = new Slug(title.toLowerCase().replace(' ', '-'));
        book.price = new BigDecimal(price);
        book.listPrice = new BigDecimal("10.00");
        book.stock = copies;
        book.genre = genre;
        book.published = published;
        book.author.set(author);
        book.save();
    }
}
