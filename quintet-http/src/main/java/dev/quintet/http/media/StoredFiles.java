package dev.quintet.http.media;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.Body;
import dev.quintet.http.Conditional;
import dev.quintet.http.Header;
import dev.quintet.http.Headers;
import dev.quintet.http.MediaTypes;
import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.headers.HeaderParameters;
import dev.quintet.kernel.headers.HttpDate;
import dev.quintet.kernel.storage.Storage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Sends files from a storage, with 304 and ranges.
///
/// ```java
/// static Response invoice(Request request, long id) throws IOException {
///     Invoice invoice = mine(request, id);                  // or 404
///     return StoredFiles.send(request, storages.get("private"), invoice.file);
/// }
/// ```
///
/// What comes from visitors must not run in the site's name: pictures, sound, film and plain text
/// are shown, everything else is offered for saving, and nothing may load or run anything.
public final class StoredFiles {

    private static final List<String> HARMLESS = List.of("image/", "audio/", "video/", "font/");
    private static final Header SANDBOX =
            Header.of("Content-Security-Policy", "default-src 'none'; sandbox");
    private static final Header NO_SNIFFING = Header.of("X-Content-Type-Options", "nosniff");
    private static final Header RESOURCE = Header.of("Cross-Origin-Resource-Policy", "same-site");

    private StoredFiles() {}

    /// {@return a file of a storage, to be shown where that is safe and to be saved otherwise}
    ///
    /// @throws NotFound when there is no such file
    public static Response send(Request request, Storage storage, String name) throws IOException {
        return send(request, storage, name, isHarmless(type(name)) ? Show.SAFELY : Show.SAVED);
    }

    /// {@return a file of a storage, to be saved under its name}
    ///
    /// @throws NotFound when there is no such file
    public static Response attachment(Request request, Storage storage, String name)
            throws IOException {
        return send(request, storage, name, Show.SAVED);
    }

    /// {@return a file of a storage, shown as what it is: its scripts run in the site's name, so
    /// only for what the site made itself}
    ///
    /// @throws NotFound when there is no such file
    public static Response trusted(Request request, Storage storage, String name)
            throws IOException {
        return send(request, storage, name, Show.FREELY);
    }

    /// What a browser may do with a file.
    private enum Show {
        SAVED,
        SAFELY,
        FREELY
    }

    /// {@return whether a browser may show files of this type in the site's name}
    public static boolean isHarmless(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        boolean picture = HARMLESS.stream().anyMatch(type::startsWith);
        // A drawing of vectors is a page with scripts.
        return (picture && !type.startsWith("image/svg")) || type.startsWith("text/plain");
    }

    private static Response send(Request request, Storage storage, String name, Show how)
            throws IOException {
        try {
            Optional<Path> path = storage.path(name);
            long size = storage.size(name);
            Instant modified = storage.modified(name);
            Body body =
                    path.<Body>map(file -> new Body.File(file, 0, size))
                            .orElseGet(() -> new Body.Stream(() -> storage.open(name), size));
            var headers = new ArrayList<Header>();
            headers.add(Header.of("Content-Type", type(name)));
            headers.add(Header.of("Last-Modified", HttpDate.format(modified)));
            headers.add(
                    Header.of(
                            "ETag",
                            '"'
                                    + Long.toHexString(modified.toEpochMilli())
                                    + "-"
                                    + Long.toHexString(size)
                                    + '"'));
            headers.add(NO_SNIFFING);
            if (how != Show.FREELY) {
                headers.add(SANDBOX);
                headers.add(RESOURCE);
            }
            if (how == Show.SAVED) {
                String shown = name.substring(name.lastIndexOf('/') + 1);
                headers.add(
                        Header.of(
                                "Content-Disposition",
                                HeaderParameters.contentDisposition(true, shown)));
            }
            Response whole = Response.of(200, Headers.of(headers), body);
            Response answer = Conditional.answer(request, whole);
            return answer == whole ? Conditional.range(request, whole) : answer;
        } catch (NoSuchFileException | IllegalArgumentException none) {
            throw new NotFound(gettext("There is no such file."));
        }
    }

    private static String type(String name) {
        String type = MediaTypes.ofName(name);
        return type == null ? "application/octet-stream" : type;
    }
}
