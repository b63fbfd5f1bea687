package records.catalog;

import dev.quintet.orm.QuerySet;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// In what order the racks are flipped through.
enum Sorting {
    TITLE("Title", albums -> albums.orderBy(Albums.title.asc(), Albums.id.asc())),
    ARTIST("Artist", albums -> albums.orderBy(Albums.artist.name.asc(), Albums.title.asc())),
    LATEST("Newest first", Album::latest),
    BESTSELLING("Most wanted first", Album::bestselling);

    private final String label;
    private final UnaryOperator<QuerySet<Album>> step;

    Sorting(String label, UnaryOperator<QuerySet<Album>> step) {
        this.label = label;
        this.step = step;
    }

    /// {@return the order that a visitor asked for; by title where there is no such order}
    static Sorting of(String word) {
        for (Sorting one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        return TITLE;
    }

    QuerySet<Album> sort(QuerySet<Album> albums) {
        return step.apply(albums);
    }

    /// {@return what addresses call it}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return what people read}
    public String label() {
        return label;
    }
}
