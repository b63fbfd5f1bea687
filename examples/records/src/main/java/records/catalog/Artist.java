package records.catalog;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Related;
import dev.quintet.orm.Scope;

/// Somebody who recorded albums: a soloist, a band, an orchestra.
///
/// A table of your own would need neither `@Meta` nor the columns' names. Chinook's tables were
/// there first, so its models say what is called otherwise. For the same reason they extend
/// `Entity` and declare their key, where a new model would extend `Model` and have one.
@Meta(table = "Artist", ordering = "name")
public class Artist extends Entity {

    @Id(generated = true)
    @Field(column = "ArtistId")
    public long id;

    @Field(column = "Name", maxLength = 120)
    public String name;

    /// The reverse of `Album.artist`.
    public final Related<Album> albums = related();

    /// Those with a record in the shop; Chinook knows some by name only.
    @Scope
    static QuerySet<Artist> onSale(QuerySet<Artist> artists) {
        return artists.filter(Artists.albums.isNotNull()).distinct();
    }

    /// Those whose name holds every word; no words find nobody.
    @Scope
    static QuerySet<Artist> matching(QuerySet<Artist> artists, Words words) {
        QuerySet<Artist> found = words.isEmpty() ? artists.none() : artists.then(Artist::onSale);
        for (String word : words) {
            found = found.filter(Artists.name.icontains(word));
        }
        return found;
    }

    @Override
    public String toString() {
        return name;
    }
}
