package records.catalog;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;

/// What a track is stored as.
@Meta(table = "MediaType", ordering = "name")
public class MediaType extends Entity {

    @Id(generated = true)
    @Field(column = "MediaTypeId")
    public long id;

    @Field(column = "Name", maxLength = 120)
    public String name;

    /// The reverse of `Track.mediaType`.
    public final Related<Track> tracks = related();

    @Override
    public String toString() {
        return name;
    }
}
