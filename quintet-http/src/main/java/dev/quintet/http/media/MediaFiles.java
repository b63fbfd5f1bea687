package dev.quintet.http.media;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Onward;
import dev.quintet.http.Passage;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.storage.Storages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Serves uploaded files of the default storage below `MEDIA_URL`, as {@link StoredFiles} sends
/// them: none of them runs in the site's name. List it after the static files; files that not
/// everybody may see belong into another storage.
public final class MediaFiles implements Passage {

    private final String prefix;
    private final @Nullable String host;
    private final boolean active;

    private MediaFiles(String prefix, @Nullable String host, boolean active) {
        this.prefix = prefix;
        this.host = host;
        this.active = active;
    }

    /// {@return the files below `MEDIA_URL`; none where `MEDIA_SERVED` is off. Where it names a
    /// host, only requests for that one}
    public static MediaFiles of(Settings settings) {
        String url = settings.get(HttpSettings.MEDIA_URL);
        int authority = url.indexOf("//") + 2;
        int slash = url.indexOf('/', authority);
        boolean elsewhere = authority > 1;
        String path = !elsewhere ? url : slash < 0 ? "/" : url.substring(slash);
        return new MediaFiles(
                !settings.get(HttpSettings.MEDIA_SERVED)
                        ? ""
                        : path.endsWith("/") ? path : path + "/",
                elsewhere ? url.substring(authority, slash < 0 ? url.length() : slash) : null,
                settings.get(HttpSettings.MEDIA_ACTIVE_CONTENT));
    }

    @Override
    public Onward enter(Request request) throws Exception {
        String path = request.path();
        if (!prefix.startsWith("/") || !path.startsWith(prefix)) {
            return request;
        }
        if (host != null && !host.equalsIgnoreCase(request.host())) {
            return request;
        }
        if (request.is("OPTIONS")) {
            return Response.status(200).withHeader("Allow", "GET, HEAD, OPTIONS");
        }
        if (!request.is("GET") && !request.is("HEAD")) {
            throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD"));
        }
        Storages storages = Context.current().get(Storages.KEY);
        String name = path.substring(prefix.length());
        return active
                ? StoredFiles.trusted(request, storages.get(), name)
                : StoredFiles.send(request, storages.get(), name);
    }
}
