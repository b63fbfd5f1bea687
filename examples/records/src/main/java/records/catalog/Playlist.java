package records.catalog;

import static dev.quintet.orm.Expressions.count;

import dev.quintet.orm.Aggregate;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Scope;
import dev.quintet.orm.Through;

/// A list of tracks to listen to.
@Meta(table = "Playlist", ordering = "name")
public class Playlist extends Entity {

    /// How many tracks are on it.
    static final Aggregate<Playlist, Long> TRACKS = count(Playlists.tracks);

    /// More than this is not a list but a department: Chinook's `Music` holds all of its music.
    private static final int DEPARTMENT = 200;

    @Id(generated = true)
    @Field(column = "PlaylistId")
    public long id;

    @Field(column = "Name", maxLength = 120)
    public String name;

    /// Left to itself Quintet would call the table between `Playlist_tracks`.
    @Through(table = "PlaylistTrack", from = "PlaylistId", to = "TrackId")
    public final ManyToMany<Track> tracks = manyToMany();

    /// Those that somebody has picked, with the number of their tracks.
    @Scope
    static QuerySet<Playlist> picked(QuerySet<Playlist> playlists) {
        return playlists.annotate("trackCount", TRACKS).filter(TRACKS.gt(1), TRACKS.lt(DEPARTMENT));
    }

    @Override
    public String toString() {
        return name;
    }
}
