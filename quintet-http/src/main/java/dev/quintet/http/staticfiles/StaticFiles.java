package dev.quintet.http.staticfiles;

import dev.quintet.http.Body;
import dev.quintet.http.Conditional;
import dev.quintet.http.Header;
import dev.quintet.http.Headers;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.MediaTypes;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.NotFound;
import dev.quintet.http.Onward;
import dev.quintet.http.Passage;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.StaticFilesException;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.headers.HttpDate;
import dev.quintet.kernel.json.JsonException;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.text.Uris;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Serves static files below `STATIC_URL`, and makes their addresses.
///
/// List it first among the middleware: files need no session. A file whose address carries its hash
/// (as {@link #url} makes them where debug is off) is kept by browsers for a year; any other is
/// asked for anew each time, and answered by 304 while it is the same. Ranges and HEAD are
/// answered, and gzip is sent where it is smaller.
///
/// References within style sheets and modules lead to addresses with hashes too. Where the command
/// `collectstatic` put all files into `STATIC_ROOT`, they come from there; else from the folders
/// and jars that they lie in, with the same names. Safe for many threads.
public final class StaticFiles implements Passage {

    private static final System.Logger LOG = Loggers.named("quintet.http");

    /// The static files of a site, in its context.
    public static final ContextKey<StaticFiles> KEY = ContextKey.named("static files");

    private static final Pattern HASHED = Pattern.compile("(.*)\\.([0-9a-f]{12})(\\.[^./]*)?");
    private static final Header FOR_EVER =
            Header.of("Cache-Control", "public, max-age=31536000, immutable");
    private static final Header ASK = Header.of("Cache-Control", "no-cache");
    private static final Header NO_SNIFFING = Header.of("X-Content-Type-Options", "nosniff");
    private static final int MOST_KNOWN = 10_000;

    private final String prefix;
    private final List<StaticSource> sources;
    private final boolean hashes;
    private final boolean strict;
    private final boolean viteServes;
    private final @Nullable Path root;
    private final @Nullable Manifest manifest;
    private final Map<String, StaticFile> known = new ConcurrentHashMap<>();
    private volatile @Nullable ImportMap modules;
    private volatile @Nullable ViteBuild vite;

    private StaticFiles(
            String prefix,
            List<StaticSource> sources,
            boolean hashes,
            boolean strict,
            boolean viteServes,
            @Nullable Path root) {
        this.prefix = prefix.endsWith("/") ? prefix : prefix + "/";
        this.sources = List.copyOf(sources);
        this.hashes = hashes;
        this.strict = strict;
        this.viteServes = viteServes;
        this.root = root;
        this.manifest = root == null || !hashes ? null : collected(root);
    }

    /// {@return the files of `STATICFILES_DIRS`, then those in `static/` of each app, then those of
    /// modules that bring some; the first wins}
    public static StaticFiles of(Settings settings, Apps apps) {
        var sources = new ArrayList<StaticSource>();
        for (String folder : settings.get(HttpSettings.STATICFILES_DIRS)) {
            sources.add(StaticSource.folder(Path.of(folder)));
        }
        for (App app : apps.list()) {
            sources.add(StaticSource.beside(app.getClass()));
        }
        for (StaticProvider provider : ServiceLoader.load(StaticProvider.class)) {
            sources.add(provider.source());
        }
        String root = settings.get(HttpSettings.STATIC_ROOT);
        boolean debug = settings.get(KernelSettings.DEBUG);
        return new StaticFiles(
                settings.get(HttpSettings.STATIC_URL),
                sources,
                !debug,
                settings.get(HttpSettings.STATICFILES_STRICT),
                debug && !settings.get(HttpSettings.VITE_URL).isEmpty(),
                root.isEmpty() ? null : Path.of(root));
    }

    /// {@return the files of these places, the first that has a file wins}
    ///
    /// @param prefix the address below which they are, such as `/static/`
    /// @param hashes whether addresses carry hashes
    public static StaticFiles of(String prefix, List<StaticSource> sources, boolean hashes) {
        return new StaticFiles(prefix, sources, hashes, true, false, null);
    }

    private static @Nullable Manifest collected(Path root) {
        try {
            return Manifest.read(root);
        } catch (IOException | JsonException unreadable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The manifest in STATIC_ROOT cannot be read: run collectstatic",
                    unreadable);
            return null;
        }
    }

    /// {@return the address below which all files are, ending in a slash}
    public String prefix() {
        return prefix;
    }

    /// {@return the places that files come from, in the order in which they win}
    public List<StaticSource> sources() {
        return sources;
    }

    /// {@return the address of a file, for the template tag `static`}
    ///
    /// Where there is no such file, it is the address that it would have.
    public String url(String path) {
        String named = path;
        if (manifest != null) {
            named = manifest.names().getOrDefault(path, path);
        } else if (hashes) {
            StaticFile file = find(path);
            named = file == null || isNamedByVite(path) ? path : Versions.hashed(path, file.hash());
        }
        return prefix + Uris.quote(named, "/~:@!$&'()*+,;=");
    }

    /// {@return the elements that tell browsers where the modules of scripts are, for the head of a
    /// page: `{{ import_map }}`. Empty where no static file `importmap.json` names any}
    ///
    /// Without hashes, while developing, the files are read anew each time.
    ///
    /// @param nonce of the page's content security policy, or `null`
    /// @throws StaticFilesException when `importmap.json` names a file that is not there
    public SafeString importMap(@Nullable String nonce) {
        ImportMap map = modules;
        if (map == null) {
            map = ImportMap.of(this);
            if (hashes) {
                modules = map;
            }
        }
        return map.html(nonce);
    }

    /// {@return the elements that bring sources of Vite into a page, for the template tag `vite`}
    ///
    /// With `DEBUG` on and `VITE_URL` set they come from Vite's server, which `runserver` asks;
    /// else they are what `vite build` made, by its manifest `.vite/manifest.json` among the static
    /// files.
    ///
    /// @param sources as Vite's configuration names them, such as `src/main.js`
    /// @param nonce of the page's content security policy, or `null`
    /// @throws StaticFilesException when one was not built, or the manifest cannot be read
    public SafeString vite(List<String> sources, @Nullable String nonce) {
        var tags = new ViteTags(this, nonce);
        return viteServes ? tags.served(sources) : tags.built(viteBuild(), sources);
    }

    /// {@return what React's components need before the first tag of Vite, while its server serves
    /// them; else nothing}
    ///
    /// @param nonce of the page's content security policy, or `null`
    public SafeString viteReactRefresh(@Nullable String nonce) {
        return viteServes ? new ViteTags(this, nonce).reactRefresh() : new SafeString("");
    }

    private ViteBuild viteBuild() {
        ViteBuild build = vite;
        if (build == null) {
            URL place = source(ViteBuild.FILE);
            try {
                build = ViteBuild.of(place == null ? null : StaticFile.read(place));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            if (hashes) {
                vite = build;
            }
        }
        return build;
    }

    /// {@return the bytes of a file as they are sent, or `null` where there is none}
    byte @Nullable [] content(String path) {
        try {
            if (manifest != null && root != null && manifest.names().containsKey(path)) {
                return Files.readAllBytes(root.resolve(manifest.names().getOrDefault(path, path)));
            }
            StaticFile file = find(path);
            return switch (file == null ? null : file.body()) {
                case Body.Bytes bytes -> bytes.bytes();
                case Body.File disk -> Files.readAllBytes(disk.path());
                case null, default -> null;
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// {@return where a file is found, or `null` where there is none. Django: `findstatic`}
    public @Nullable URL locate(String path) {
        return isSafe(path) ? source(path) : null;
    }

    /// {@return whether there is a file of this name, or would be without the hash in it}
    public boolean has(String path) {
        Matcher hashed = HASHED.matcher(path);
        return locate(path) != null || (hashed.matches() && locate(withoutHash(hashed)) != null);
    }

    /// @param hashed that has matched
    private static String withoutHash(Matcher hashed) {
        return hashed.group(1) + (hashed.group(3) == null ? "" : hashed.group(3));
    }

    /// {@return all places that have a file, the one that wins first}
    public List<URL> locateAll(String path) {
        return isSafe(path)
                ? sources.stream()
                        .map(source -> source.find(path))
                        .filter(java.util.Objects::nonNull)
                        .toList()
                : List.of();
    }

    /// Puts all files into a folder, under their own names and under those with hashes, compressed
    /// besides where that is smaller, and writes down which is which.
    ///
    /// @param clear whether what else lies in the folder is deleted
    /// @param dry whether nothing is written
    /// @return what was done
    /// @throws StaticFilesException when a file refers to one that is not there
    public Collected collect(Path folder, boolean clear, boolean dry) throws IOException {
        return new Collecting(this, folder, clear, dry, strict).run();
    }

    /// What `collectstatic` did.
    ///
    /// @param copied files that were new or had changed
    /// @param unmodified files that were there already
    /// @param deleted files that were in the way
    public record Collected(int copied, int unmodified, int deleted) {}

    @Override
    public Onward enter(Request request) throws Exception {
        String path = request.path();
        if (!path.startsWith(prefix)) {
            return request;
        }
        if (request.is("OPTIONS")) {
            return Response.status(200).withHeader("Allow", "GET, HEAD, OPTIONS");
        }
        if (!request.is("GET") && !request.is("HEAD")) {
            throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD"));
        }
        String name = path.substring(prefix.length());
        Response collected = manifest == null ? null : fromRoot(request, name, manifest);
        return collected == null ? serve(request, name) : collected;
    }

    private @Nullable Response fromRoot(Request request, String name, Manifest names)
            throws IOException {
        if (root == null || !isSafe(name)) {
            return null;
        }
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root.normalize()) || !Files.isRegularFile(file)) {
            return null;
        }
        boolean forEver = names.hashed().contains(name);
        List<Packing> packed = Packing.beside(file);
        Packing liked = Packing.liked(request, packed);
        Path sent = liked == null ? file : liked.of(file);
        BasicFileAttributes seen = Files.readAttributes(sent, BasicFileAttributes.class);
        Instant modified = seen.lastModifiedTime().toInstant();
        String tag =
                Long.toHexString(modified.toEpochMilli()) + "-" + Long.toHexString(seen.size());
        return answer(
                request,
                name,
                tag,
                modified,
                forEver,
                new Body.File(sent, 0, seen.size()),
                liked,
                !packed.isEmpty());
    }

    private Response serve(Request request, String path) {
        StaticFile file = find(path);
        boolean forEver = file != null && isNamedByVite(path);
        String name = path;
        if (file == null) {
            Matcher hashed = HASHED.matcher(path);
            if (hashed.matches()) {
                name = withoutHash(hashed);
                file = find(name);
                forEver = file != null && file.hash().equals(hashed.group(2));
            }
        }
        if (file == null) {
            throw new NotFound("There is no static file at " + request.path() + ".");
        }
        Body packed = file.packed();
        Packing liked = packed == null ? null : Packing.liked(request, List.of(Packing.GZIP));
        return answer(
                request,
                name,
                file.hash(),
                file.modified(),
                forEver,
                liked != null && packed != null ? packed : file.body(),
                liked,
                packed != null);
    }

    private static Response answer(
            Request request,
            String name,
            String tag,
            Instant modified,
            boolean forEver,
            Body body,
            @Nullable Packing packed,
            boolean varies) {
        String type = MediaTypes.ofName(name);
        var headers = new ArrayList<Header>();
        headers.add(Header.of("Content-Type", type == null ? "application/octet-stream" : type));
        headers.add(
                Header.of("ETag", '"' + tag + (packed == null ? "" : "-" + packed.coding()) + '"'));
        headers.add(Header.of("Last-Modified", HttpDate.format(modified)));
        headers.add(NO_SNIFFING);
        headers.add(forEver ? FOR_EVER : ASK);
        if (packed != null) {
            headers.add(Header.of("Content-Encoding", packed.coding()));
        }
        if (varies) {
            headers.add(Header.of("Vary", "Accept-Encoding"));
        }
        Response whole = Response.of(200, Headers.of(headers), body);
        Response answer = Conditional.answer(request, whole);
        return answer == whole ? Conditional.range(request, whole) : answer;
    }

    private @Nullable URL source(String path) {
        for (StaticSource source : sources) {
            URL url = source.find(path);
            if (url != null) {
                return url;
            }
        }
        return null;
    }

    private @Nullable StaticFile find(String path) {
        StaticFile seen = known.get(path);
        if (seen != null && seen.stillThere()) {
            return seen;
        }
        URL url = isSafe(path) ? source(path) : null;
        if (url == null) {
            known.remove(path);
            return null;
        }
        Versions.Version version = versions(false).of(path);
        if (version == null) {
            return null;
        }
        StaticFile file = StaticFile.of(url, path, version);
        if (known.size() < MOST_KNOWN) {
            known.put(path, file);
        }
        return file;
    }

    /// {@return what gives files their names with hashes, from nothing on}
    ///
    /// @param strict whether a reference that leads nowhere is refused
    Versions versions(boolean strict) {
        return new Versions(
                name -> {
                    URL url = isSafe(name) ? source(name) : null;
                    return url == null ? null : StaticFile.read(url);
                },
                prefix,
                viteBuild().files()::contains,
                strict);
    }

    /// Whether a name has the hash of the file's content in it already, and other files of its
    /// build know it by that.
    private boolean isNamedByVite(String path) {
        return hashes && viteBuild().files().contains(path);
    }

    /// Whether a path stays below where it starts, on any system, and names a file.
    static boolean isSafe(String path) {
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
