package topics.shop;

import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.Transaction;
import java.time.Duration;
import java.util.List;

/// A list that is dear to make and may be some minutes old.
public final class Bestsellers {

    private static final String KEY = "bestsellers";

    private Bestsellers() {}

    /// The titles, from the cache where they are there.
    public static List<?> titles() {
        CacheStore cache = Context.current().get(CacheStore.KEY);
        if (cache.get(KEY) instanceof List<?> kept) {
            return kept;
        }
        List<String> titles =
                Books.orderBy(Books.reviewCount.desc()).limit(10).select(Books.title).list();
        cache.set(KEY, titles, Duration.ofMinutes(10));
        return titles;
    }

    /// Lets the list be made anew.
    public static void forget() {
        Context.current().get(CacheStore.KEY).delete(KEY);
    }

    /// Gives a book another title; the list is forgotten once that is kept.
    public static void rename(Book book, String title) {
        atomic(() -> {
            book.title = title;
            book.save();
            Transaction.onCommit(Bestsellers::forget);
        });
    }
}
