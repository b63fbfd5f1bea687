package records.catalog;

import static dev.quintet.orm.OnDelete.CASCADE;
import static dev.quintet.orm.OnDelete.PROTECT;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Related;
import dev.quintet.orm.ReverseOf;
import dev.quintet.orm.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A piece on an album.
@Meta(table = "Track", ordering = "id")
public class Track extends Entity {

    @Id(generated = true)
    @Field(column = "TrackId")
    public long id;

    @Field(column = "Name", maxLength = 200)
    public String name;

    @Field(column = "AlbumId")
    public final ForeignKey<Album> album = foreignKey(CASCADE);

    @Field(column = "MediaTypeId")
    public final ForeignKey<MediaType> mediaType = foreignKey(PROTECT);

    @Field(column = "GenreId")
    public final ForeignKey<Genre> genre = foreignKey(PROTECT);

    /// Who wrote it; of many tracks nobody knows, hence `@Nullable`, which is also what allows NULL
    /// in the column.
    @Field(column = "Composer", maxLength = 220)
    public @Nullable String composer;

    @Field(column = "Milliseconds")
    public int milliseconds;

    @Field(column = "Bytes")
    public @Nullable Integer bytes;

    @Field(column = "UnitPrice", digits = 10, decimals = 2)
    public BigDecimal unitPrice;

    /// The lines of invoices that sold it: the reverse of `InvoiceLine.track`.
    public final Related<InvoiceLine> sales = related();

    /// The lists that it is on: `Playlist.tracks` seen from here.
    @ReverseOf("tracks")
    public final ManyToMany<Playlist> playlists = manyToMany();

    /// Those whose name, or whose composer's, holds every word; no words find nothing.
    @Scope
    static QuerySet<Track> matching(QuerySet<Track> tracks, Words words) {
        QuerySet<Track> found = words.isEmpty() ? tracks.none() : tracks;
        for (String word : words) {
            found = found.filter(Tracks.name.icontains(word).or(Tracks.composer.icontains(word)));
        }
        return found;
    }

    /// {@return how long it plays; a value of its own, so that templates can show it}
    public PlayingTime time() {
        return new PlayingTime(Duration.ofMillis(milliseconds));
    }

    @Override
    public String toString() {
        return name;
    }
}
