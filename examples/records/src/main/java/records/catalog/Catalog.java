package records.catalog;

import static dev.quintet.http.Routes.get;
import static dev.quintet.orm.Expressions.count;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.pagination.Page;
import dev.quintet.kernel.pagination.Paginator;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Rows;
import dev.quintet.web.ListView;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import records.shop.Stock;

/// The pages of the shop, and where they are.
///
/// A view is a method from a request to a response. It says what a page shows and leaves to the
/// template how: querysets go there unasked, and meet the database when the template walks over
/// them.
public final class Catalog {

    /// The addresses of the pages. What a pattern captures is the view's next parameter: `<int:id>`
    /// is a `long`.
    public static final Routes ROUTES =
            Routes.of(
                    "catalog",
                    get("", Catalog::index).name("index"),
                    get("albums/", Catalog::albums).name("albums"),
                    get("albums/<int:id>/", Catalog::album).name("album"),
                    get("albums/<int:id>/sleeve.svg", Catalog::sleeve).name("sleeve"),
                    get("artists/", ArtistIndex::page).name("artists"),
                    get("artists/<int:id>/", Catalog::artist).name("artist"),
                    get("genres/", Catalog::genres).name("genres"),
                    get("genres/<int:id>/", Catalog::genre).name("genre"),
                    get("playlists/", playlists()).name("playlists"),
                    get("playlists/<int:id>/", Catalog::playlist).name("playlist"),
                    get("search/", Catalog::search).name("search"),
                    get("charts/", Charts::page).name("charts"));

    private static final int PER_PAGE = 30;
    private static final int SHELF = 6;

    private Catalog() {}

    static Response index(Request request) {
        List<Corner> corners = corners().list();
        Corner jazz =
                corners.stream().filter(one -> one.name().equals("Jazz")).findFirst().orElse(null);
        record Home(
                long albumCount,
                long artistCount,
                QuerySet<Album> latest,
                QuerySet<Album> bestselling,
                @Nullable QuerySet<Album> jazz,
                long jazzId,
                List<Corner> genres) {}
        return render(
                request,
                "catalog/index.html",
                new Home(
                        Albums.all().count(),
                        Artists.onSale().count(),
                        Albums.onCards().then(Album::latest).limit(SHELF),
                        Albums.onCards().then(Album::bestselling).limit(SHELF),
                        jazz == null
                                ? null
                                : Albums.ofGenre(jazz.id()).then(Album::onCards).limit(SHELF),
                        jazz == null ? 0 : jazz.id(),
                        corners));
    }

    static Response albums(Request request) {
        Words words = Words.of(request.query().get("q", ""));
        Sorting sort = Sorting.of(request.query().get("sort", ""));
        List<Corner> genres = corners().list();
        Corner genre = chosen(genres, request.query().get("genre", ""));

        QuerySet<Album> found = Albums.matching(words).then(Album::onCards).then(sort::sort);
        if (genre != null) {
            found = Album.ofGenre(found, genre.id());
        }
        Page<Album> page = page(request, found);
        record Racks(
                Page<Album> page,
                List<Object> numbers,
                Words words,
                @Nullable Corner genre,
                List<Corner> genres,
                Sorting sort,
                List<Sorting> sorts) {}
        return render(
                request,
                "catalog/albums.html",
                new Racks(
                        page,
                        numbers(page),
                        words,
                        genre,
                        genres,
                        sort,
                        List.of(Sorting.values())));
    }

    static Response album(Request request, long id) {
        // No such album is a 404: getOr404 throws it, and the site shows its page.
        Album album = Albums.all().selectRelated(Albums.artist).getOr404(Albums.id.eq(id));
        List<Track> tracks =
                album.tracks.all().selectRelated(Tracks.genre, Tracks.mediaType).list();
        Genre genre = tracks.isEmpty() ? null : tracks.getFirst().genre.get();
        MediaType media = tracks.isEmpty() ? null : tracks.getFirst().mediaType.get();
        QuerySet<Album> others = Albums.onCards().exclude(Albums.id.eq(id));
        record Sheet(
                Album album,
                List<Track> tracks,
                @Nullable Genre genre,
                @Nullable MediaType media,
                int stock,
                BigDecimal price,
                PlayingTime playing,
                QuerySet<Album> byArtist,
                @Nullable QuerySet<Album> alike) {}
        return render(
                request,
                "catalog/album.html",
                new Sheet(
                        album,
                        tracks,
                        genre,
                        media,
                        Stock.of(id),
                        tracks.stream()
                                .map(t -> t.unitPrice)
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        new PlayingTime(
                                Duration.ofMillis(
                                        tracks.stream().mapToLong(t -> t.milliseconds).sum())),
                        others.filter(Albums.artist.eq(album.artist.get()))
                                .then(Album::latest)
                                .limit(SHELF),
                        genre == null
                                ? null
                                : Album.ofGenre(others, genre.id)
                                        .exclude(Albums.artist.eq(album.artist.get()))
                                        .then(Album::bestselling)
                                        .limit(SHELF)));
    }

    /// The sleeve as a file, for those who read the API. Pages draw theirs themselves.
    static Response sleeve(Request request, long id) {
        Album album = Albums.all().selectRelated(Albums.artist).getOr404(Albums.id.eq(id));
        return Response.bytes("image/svg+xml", album.sleeve().file())
                .withHeader("Cache-Control", "public, max-age=86400");
    }

    static Response artist(Request request, long id) {
        Artist artist = Artists.getOr404(Artists.id.eq(id));
        return render(
                request,
                "catalog/artist.html",
                Map.of(
                        "artist",
                        artist,
                        "albums",
                        artist.albums.all().then(Album::onCards).then(Album::latest)));
    }

    static Response genres(Request request) {
        return render(request, "catalog/genres.html", Map.of("genres", corners().list()));
    }

    static Response genre(Request request, long id) {
        Genre genre = Genres.getOr404(Genres.id.eq(id));
        Page<Album> page =
                page(request, Albums.ofGenre(id).then(Album::onCards).then(Album::bestselling));
        return render(
                request,
                "catalog/genre.html",
                Map.of("genre", genre, "page", page, "numbers", numbers(page)));
    }

    /// A list and nothing else needs no method: the generic view asks, and fills the template.
    private static ListView<Playlist> playlists() {
        return ListView.of(_ -> Playlists.picked())
                .template("catalog/playlists.html")
                .contextName("playlists");
    }

    static Response playlist(Request request, long id) {
        Playlist playlist = Playlists.getOr404(Playlists.id.eq(id));
        Page<Track> page =
                Paginator.of(
                                playlist.tracks
                                        .all()
                                        .selectRelated(Tracks.album, Tracks.album.artist())
                                        .orderBy(Tracks.id.asc()),
                                50)
                        .getPage(request.query().get("page"));
        return render(
                request,
                "catalog/playlist.html",
                Map.of("playlist", playlist, "page", page, "numbers", numbers(page)));
    }

    static Response search(Request request) {
        Words words = Words.of(request.query().get("q", ""));
        record Found(
                Words words,
                QuerySet<Artist> artists,
                QuerySet<Album> albums,
                QuerySet<Track> tracks) {}
        return render(
                request,
                "catalog/search.html",
                new Found(
                        words,
                        Artists.matching(words).limit(12),
                        words.isEmpty()
                                ? Albums.all().none()
                                : Albums.matching(words).then(Album::onCards).limit(SHELF),
                        Tracks.matching(words)
                                .selectRelated(Tracks.album, Tracks.album.artist())
                                .limit(25)));
    }

    /// A genre with what there is of it.
    record Corner(long id, String name, long albums, long tracks) {}

    /// One statement: the database counts, and the compiler holds each value against the record's
    /// component that it is for.
    private static Rows<Corner> corners() {
        return Genres.orderBy(Genres.name.asc())
                .select(
                        Corner::new,
                        Genres.id,
                        Genres.name,
                        count(Genres.tracks.album()).distinct(),
                        count(Genres.tracks));
    }

    private static @Nullable Corner chosen(List<Corner> genres, String id) {
        return genres.stream()
                .filter(genre -> String.valueOf(genre.id()).equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Page<Album> page(Request request, QuerySet<Album> albums) {
        return Paginator.of(albums, PER_PAGE).getPage(request.query().get("page"));
    }

    /// The numbers below a page: `1 2 … 6 7 8 … 14 15`.
    private static List<Object> numbers(Page<?> page) {
        return page.paginator().elidedPageRange(page.number(), 2, 1);
    }
}
