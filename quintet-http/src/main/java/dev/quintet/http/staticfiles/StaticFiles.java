package dev.quintet.http.staticfiles;

import dev.quintet.http.Conditional;
import dev.quintet.http.Header;
import dev.quintet.http.Headers;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.MediaTypes;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.headers.HttpDate;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.text.Uris;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Serves static files below `STATIC_URL`, and makes their addresses.
///
/// List it first among the middleware: files need no session. A file whose address carries its hash
/// (as {@link #url} makes them where debug is off) is kept by browsers for a year; any other is
/// asked for anew each time, and answered by 304 while it is the same. Ranges and HEAD are
/// answered. Safe for many threads.
public final class StaticFiles implements Middleware {

    /// The static files of a site, in its context.
    public static final ContextKey<StaticFiles> KEY = ContextKey.named("static files");

    private static final Pattern HASHED = Pattern.compile("(.*)\\.([0-9a-f]{12})(\\.[^./]*)?");
    private static final Header FOR_EVER =
            Header.of("Cache-Control", "public, max-age=31536000, immutable");
    private static final Header ASK = Header.of("Cache-Control", "no-cache");
    private static final int MOST_KNOWN = 10_000;

    private final String prefix;
    private final List<StaticSource> sources;
    private final boolean hashes;
    private final Map<String, StaticFile> known = new ConcurrentHashMap<>();

    private StaticFiles(String prefix, List<StaticSource> sources, boolean hashes) {
        this.prefix = prefix.endsWith("/") ? prefix : prefix + "/";
        this.sources = List.copyOf(sources);
        this.hashes = hashes;
    }

    /// {@return the files of `STATICFILES_DIRS`, then those in `static/` of each app; the first
    /// wins}
    public static StaticFiles of(Settings settings, Apps apps) {
        var sources = new ArrayList<StaticSource>();
        for (String folder : settings.get(HttpSettings.STATICFILES_DIRS)) {
            sources.add(StaticSource.folder(Path.of(folder)));
        }
        for (App app : apps.list()) {
            sources.add(StaticSource.beside(app.getClass()));
        }
        return new StaticFiles(
                settings.get(HttpSettings.STATIC_URL),
                sources,
                !settings.get(KernelSettings.DEBUG));
    }

    /// {@return the files of these places, the first that has a file wins}
    ///
    /// @param prefix the address below which they are, such as `/static/`
    /// @param hashes whether addresses carry hashes
    public static StaticFiles of(String prefix, List<StaticSource> sources, boolean hashes) {
        return new StaticFiles(prefix, sources, hashes);
    }

    /// {@return the address below which all files are, ending in a slash}
    public String prefix() {
        return prefix;
    }

    /// {@return the address of a file, for the template tag `static`}
    ///
    /// Where there is no such file, it is the address that it would have.
    public String url(String path) {
        StaticFile file = hashes ? find(path) : null;
        String named = path;
        if (file != null) {
            int slash = path.lastIndexOf('/');
            int dot = path.lastIndexOf('.');
            int cut = dot > slash ? dot : path.length();
            named = path.substring(0, cut) + "." + file.hash() + path.substring(cut);
        }
        return prefix + Uris.quote(named, "/~:@!$&'()*+,;=");
    }

    /// {@return where a file is found, or `null` where there is none. Django: `findstatic`}
    public @Nullable URL locate(String path) {
        StaticFile file = find(path);
        return file == null ? null : file.url();
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        String path = request.path();
        if (!path.startsWith(prefix)) {
            return next.handle(request);
        }
        if (!request.is("GET") && !request.is("HEAD")) {
            throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD"));
        }
        return serve(request, path.substring(prefix.length()));
    }

    private Response serve(Request request, String path) {
        StaticFile file = find(path);
        Header caching = ASK;
        String name = path;
        if (file == null) {
            Matcher hashed = HASHED.matcher(path);
            if (hashed.matches()) {
                String ending = hashed.group(3) == null ? "" : hashed.group(3);
                name = hashed.group(1) + ending;
                file = find(name);
                if (file != null && file.hash().equals(hashed.group(2))) {
                    caching = FOR_EVER;
                }
            }
        }
        if (file == null) {
            throw new NotFound("There is no static file at " + request.path() + ".");
        }
        String type = MediaTypes.ofName(name);
        Headers headers =
                Headers.of(
                        Header.of("Content-Type", type == null ? "application/octet-stream" : type),
                        Header.of("ETag", '"' + file.hash() + '"'),
                        Header.of("Last-Modified", HttpDate.format(file.modified())),
                        Header.of("X-Content-Type-Options", "nosniff"),
                        caching);
        Response whole = Response.of(200, headers, file.body());
        Response answer = Conditional.answer(request, whole);
        return answer == whole ? Conditional.range(request, whole) : answer;
    }

    private @Nullable StaticFile find(String path) {
        StaticFile seen = known.get(path);
        if (seen != null && seen.stillThere()) {
            return seen;
        }
        if (!isSafe(path)) {
            return null;
        }
        for (StaticSource source : sources) {
            URL url = source.find(path);
            if (url != null) {
                StaticFile file = StaticFile.read(url);
                if (known.size() < MOST_KNOWN) {
                    known.put(path, file);
                }
                return file;
            }
        }
        known.remove(path);
        return null;
    }

    /// Whether a path stays below where it starts, on any system, and names a file.
    private static boolean isSafe(String path) {
        if (path.isEmpty() || path.endsWith("/") || path.length() > 1024) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.chars()
                            .anyMatch(c -> c < ' ' || c == '\\' || c == ':' || c == 0x7f)) {
                return false;
            }
        }
        return true;
    }
}
