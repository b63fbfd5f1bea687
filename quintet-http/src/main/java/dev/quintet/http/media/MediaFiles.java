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

/// Serves uploaded files of the default storage below `MEDIA_URL`, as {@link StoredFiles} sends
/// them: none of them runs in the site's name. List it after the static files; files that not
/// everybody may see belong into another storage.
public final class MediaFiles implements Passage {

    private final String prefix;

    private MediaFiles(String prefix) {
        this.prefix = prefix;
    }

    /// {@return the files below `MEDIA_URL`}
    public static MediaFiles of(Settings settings) {
        String url = settings.get(HttpSettings.MEDIA_URL);
        return new MediaFiles(url.endsWith("/") ? url : url + "/");
    }

    @Override
    public Onward enter(Request request) throws Exception {
        String path = request.path();
        if (!prefix.startsWith("/") || !path.startsWith(prefix)) {
            return request;
        }
        if (request.is("OPTIONS")) {
            return Response.status(200).withHeader("Allow", "GET, HEAD, OPTIONS");
        }
        if (!request.is("GET") && !request.is("HEAD")) {
            throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD"));
        }
        Storages storages = Context.current().get(Storages.KEY);
        return StoredFiles.send(request, storages.get(), path.substring(prefix.length()));
    }
}
