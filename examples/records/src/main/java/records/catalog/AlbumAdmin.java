package records.catalog;

import dev.quintet.admin.ModelAdmin;
import dev.quintet.admin.TabularInline;
import dev.quintet.http.Request;
import dev.quintet.orm.QuerySet;
import dev.quintet.web.Shortcuts;

/// Records in the admin, with their tracks on the same page.
final class AlbumAdmin extends ModelAdmin<Album> {

    AlbumAdmin() {
        listDisplay(
                Albums.title,
                Albums.artist,
                column("tracks", album -> album.annotation(Album.TRACKS)),
                column("price", album -> "$" + album.cost()));
        searchFields(Albums.title, Albums.artist.name);
        listPerPage(25);
        autocompleteFields(Albums.artist);
        inline(new TrackInline());
        viewOnSite(album -> Shortcuts.reverse("catalog:album", album.id));
    }

    /// With the number of tracks and the price, so that the list need not ask for each record.
    @Override
    protected QuerySet<Album> queryset(Request request) {
        return super.queryset(request).then(Album::onCards);
    }

    /// The tracks of a record.
    static final class TrackInline extends TabularInline<Track, Album> {

        TrackInline() {
            super(Tracks.album);
            fields(
                    Tracks.name,
                    Tracks.composer,
                    Tracks.milliseconds,
                    Tracks.genre,
                    Tracks.mediaType,
                    Tracks.unitPrice);
            extra(1);
            showChangeLink();
        }
    }
}
