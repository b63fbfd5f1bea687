package records.catalog;

import dev.quintet.orm.QuerySet;
import java.util.Locale;

/// In what order the racks are flipped through.
enum Sorting {
    TITLE("Title"),
    ARTIST("Artist"),
    LATEST("Newest first"),
    BESTSELLING("Most wanted first");

    private final String label;

    Sorting(String label) {
        this.label = label;
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
        return switch (this) {
            case TITLE -> albums.orderBy(Albums.title.asc(), Albums.id.asc());
            case ARTIST -> albums.orderBy(Albums.artist.name.asc(), Albums.title.asc());
            case LATEST -> Album.latest(albums);
            case BESTSELLING -> Album.bestselling(albums);
        };
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
