package records.catalog;

import dev.quintet.admin.ModelAdmin;
import dev.quintet.admin.TabularInline;
import dev.quintet.web.Shortcuts;

/// Artists in the admin, with their records, and the tracks of each.
final class ArtistAdmin extends ModelAdmin<Artist> {

    ArtistAdmin() {
        listDisplay(Artists.name);
        searchFields(Artists.name);
        inline(new AlbumInline());
        viewOnSite(artist -> Shortcuts.reverse("catalog:artist", artist.id));
    }

    /// The records of an artist.
    static final class AlbumInline extends TabularInline<Album, Artist> {

        AlbumInline() {
            super(Albums.artist);
            fields(Albums.title);
            extra(0);
            showChangeLink();
            inline(new TrackInline());
        }
    }

    /// The tracks of a record, below it.
    static final class TrackInline extends TabularInline<Track, Album> {

        TrackInline() {
            super(Tracks.album);
            fields(Tracks.name, Tracks.composer, Tracks.unitPrice);
            extra(0);
        }
    }
}
