package records.catalog;

import static dev.quintet.orm.Expressions.count;
import static dev.quintet.orm.Expressions.subquery;
import static dev.quintet.orm.Expressions.sum;
import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Expression;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Related;
import dev.quintet.orm.Scope;
import java.math.BigDecimal;
import records.sleeve.Sleeve;

/// A record that the shop sells.
@Meta(table = "Album", ordering = "title")
public class Album extends Entity {

    /// How many tracks it has. An expression is a value: it is named here once, and annotates,
    /// filters and orders wherever it is wanted.
    ///
    /// `count(Albums.tracks)` would be shorter, and is right as long as it is alone: next to {@link
    /// #SOLD} the tables would be joined, and a track count once for every time that it was sold.
    /// Subqueries do not get into each other's way.
    static final Expression<Album, Long> TRACKS =
            subquery(Tracks.all().on(Tracks.album.id, Albums.id), count(Tracks.id));

    /// What it costs. Chinook prices tracks, so an album costs what its tracks do.
    static final Expression<Album, BigDecimal> PRICE =
            subquery(Tracks.all().on(Tracks.album.id, Albums.id), sum(Tracks.unitPrice));

    /// How many of its tracks were sold.
    static final Expression<Album, Integer> SOLD =
            subquery(
                    InvoiceLines.all().on(InvoiceLines.track.album().id, Albums.id),
                    sum(InvoiceLines.quantity));

    @Id(generated = true)
    @Field(column = "AlbumId")
    public long id;

    @Field(column = "Title", maxLength = 160)
    public String title;

    @Field(column = "ArtistId")
    public final ForeignKey<Artist> artist = foreignKey(CASCADE);

    /// The reverse of `Track.album`.
    public final Related<Track> tracks = related();

    /// As cards show them: with the artist, who would otherwise be asked for in a second statement,
    /// the number of tracks and the price.
    @Scope
    static QuerySet<Album> onCards(QuerySet<Album> albums) {
        return albums.selectRelated(Albums.artist)
                .annotate("trackCount", TRACKS)
                .annotate("price", PRICE);
    }

    /// The newest first. Chinook does not say when a record came in, but it counts them.
    @Scope
    static QuerySet<Album> latest(QuerySet<Album> albums) {
        return albums.orderBy(Albums.id.desc());
    }

    /// The most sold first.
    @Scope
    static QuerySet<Album> bestselling(QuerySet<Album> albums) {
        return albums.orderBy(SOLD.desc().nullsLast(), Albums.title.asc());
    }

    /// Those with a track of this genre. A query may stand inside another; nothing of it is loaded
    /// here.
    @Scope
    static QuerySet<Album> ofGenre(QuerySet<Album> albums, long genre) {
        return albums.filter(
                Albums.id.in(Tracks.filter(Tracks.genre.id.eq(genre)).select(Tracks.album.id)));
    }

    /// Those whose title, or whose artist's name, holds every word of a visitor's text. The words
    /// are bound as values: whatever they hold, they are never read as SQL.
    @Scope
    static QuerySet<Album> matching(QuerySet<Album> albums, Words words) {
        QuerySet<Album> found = albums;
        for (String word : words) {
            found =
                    found.filter(
                            Albums.title.icontains(word).or(Albums.artist.name.icontains(word)));
        }
        return found;
    }

    /// {@return what it costs, as {@link #onCards} loads it}
    public BigDecimal cost() {
        BigDecimal price = annotation(PRICE);
        return price == null ? BigDecimal.ZERO : price;
    }

    /// {@return its sleeve, drawn from the title and the artist}
    public Sleeve sleeve() {
        return Sleeve.of(title, artist.get().name);
    }

    @Override
    public String toString() {
        return title;
    }
}
