package records.catalog;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;

/// A kind of music.
@Meta(table = "Genre", ordering = "name")
public class Genre extends Entity {

    @Id(generated = true)
    @Field(column = "GenreId")
    public long id;

    @Field(column = "Name", maxLength = 120)
    public String name;

    /// The reverse of `Track.genre`.
    public final Related<Track> tracks = related();

    @Override
    public String toString() {
        return name;
    }
}
