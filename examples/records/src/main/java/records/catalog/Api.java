package records.catalog;

import static dev.quintet.http.Routes.get;
import static dev.quintet.web.Shortcuts.reverse;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.pagination.InvalidPageException;
import dev.quintet.kernel.pagination.Page;
import dev.quintet.kernel.pagination.Paginator;
import dev.quintet.web.SitePages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The albums for machines. What leaves the house are records made for that, never entities: a new
/// field of a model is not public before somebody writes it here.
public final class Api {

    /// The addresses of the API.
    public static final Routes ROUTES =
            Routes.of(
                    "api",
                    get("albums/", Api::albums).name("albums"),
                    get("albums/<int:id>/", Api::album).name("album"));

    private static final int PER_PAGE = 50;

    /// One page of a list, with the way to the next one.
    record Listing(
            long count, @Nullable String next, @Nullable String previous, List<Brief> results) {}

    /// An album in a list; prices are text, so that no client makes a float of them.
    record Brief(long id, String title, Maker artist, long tracks, String price, String url) {}

    /// An album with its tracks.
    record Full(
            long id,
            String title,
            Maker artist,
            String price,
            String url,
            String page,
            String sleeve,
            List<Piece> tracks) {}

    /// An artist.
    record Maker(long id, String name) {}

    /// A track.
    record Piece(
            long id,
            String name,
            @Nullable String composer,
            String genre,
            int milliseconds,
            String price) {}

    private Api() {}

    static Response albums(Request request) {
        Words words = Words.of(request.query().get("q", ""));
        var pages = Paginator.of(Albums.matching(words).then(Album::onCards), PER_PAGE);
        Page<Album> page;
        try {
            page = pages.page(request.query().get("page", "1"));
        } catch (InvalidPageException invalid) {
            return notFound("There is no such page.");
        }
        return Response.json(
                new Listing(
                        pages.count(),
                        page.hasNext() ? pageUrl(request, page.nextPageNumber()) : null,
                        page.hasPrevious() ? pageUrl(request, page.previousPageNumber()) : null,
                        page.objectList().stream().map(album -> brief(request, album)).toList()));
    }

    static Response album(Request request, long id) {
        return Albums.filter(Albums.id.eq(id))
                .selectRelated(Albums.artist)
                .first()
                .map(album -> Response.json(full(request, album)))
                .orElseGet(() -> notFound("There is no such album."));
    }

    private static Brief brief(Request request, Album album) {
        Long tracks = album.annotation(Album.TRACKS);
        BigDecimal price = album.annotation(Album.PRICE);
        return new Brief(
                album.id,
                album.title,
                maker(album),
                tracks == null ? 0 : tracks,
                money(price == null ? BigDecimal.ZERO : price),
                url(request, "api:album", album.id));
    }

    private static Full full(Request request, Album album) {
        List<Track> tracks = album.tracks.all().selectRelated(Tracks.genre).list();
        return new Full(
                album.id,
                album.title,
                maker(album),
                money(
                        tracks.stream()
                                .map(t -> t.unitPrice)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)),
                url(request, "api:album", album.id),
                url(request, "catalog:album", album.id),
                url(request, "catalog:sleeve", album.id),
                tracks.stream().map(Api::piece).toList());
    }

    private static Piece piece(Track track) {
        return new Piece(
                track.id,
                track.name,
                track.composer,
                track.genre.get().name,
                track.milliseconds,
                money(track.unitPrice));
    }

    private static Maker maker(Album album) {
        return new Maker(album.artist.id(), album.artist.get().name);
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String url(Request request, String route, long id) {
        return request.absoluteUrl(reverse(route, id));
    }

    private static String pageUrl(Request request, long number) {
        String query = request.query().with("page", String.valueOf(number)).encode();
        return request.absoluteUrl(reverse("api:albums") + "?" + query);
    }

    private static Response notFound(String detail) {
        return SitePages.problem(
                404,
                Map.of(
                        "type",
                        "about:blank",
                        "title",
                        "Not Found",
                        "status",
                        404,
                        "detail",
                        detail));
    }
}
