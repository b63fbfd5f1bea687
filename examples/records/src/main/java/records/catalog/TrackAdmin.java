package records.catalog;

import dev.quintet.admin.ModelAdmin;
import java.math.BigDecimal;

/// Tracks in the admin.
final class TrackAdmin extends ModelAdmin<Track> {

    private static final BigDecimal SALE = new BigDecimal("0.49");

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
        action(
                actionOf(
                                "Put on sale",
                                (request, tracks) -> tracks.update(Tracks.unitPrice.set(SALE)))
                        .confirmedBy("Put these tracks on sale?")
                        .inBackground());
    }
}
