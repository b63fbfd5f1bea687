package records.catalog;

import dev.quintet.admin.ModelAdmin;

/// Tracks in the admin.
final class TrackAdmin extends ModelAdmin<Track> {

    TrackAdmin() {
        listDisplay(
                Tracks.name,
                Tracks.album,
                Tracks.genre,
                column("length", Track::time).sortedBy(Tracks.milliseconds),
                Tracks.unitPrice);
        listFilter(Tracks.genre, Tracks.mediaType);
        searchFields(Tracks.name, Tracks.composer, Tracks.album.title);
        listPerPage(50);
        autocompleteFields(Tracks.album);
    }
}
