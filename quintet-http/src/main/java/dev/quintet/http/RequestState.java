package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.headers.Cookies;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.kernel.text.Uris;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What all views of one request share: its source, and what was read from it so far.
final class RequestState {

    private static final System.Logger LOG = Loggers.named("quintet.http");
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    final RequestSource source;
    private @Nullable String path;
    private @Nullable QueryParams query;
    private @Nullable Headers headers;
    private @Nullable Map<String, String> cookies;
    private @Nullable List<MediaRange> accepted;
    private @Nullable String contentType;
    private byte @Nullable [] body;
    private @Nullable Form form;
    private List<UploadHandler> uploads = List.of();
    private boolean streamed;
    private @Nullable Router router;
    private Router.@Nullable Found found;
    private @Nullable Router foundBy;
    private Hooks hooks = Hooks.NONE;

    /// What came to the view, with all that middleware hung on it.
    volatile @Nullable Request arrived;

    RequestState(RequestSource source) {
        this.source = source;
    }

    /// Tells which routes it is for; what was found among others is forgotten.
    void enter(Router site, Hooks siteHooks) {
        hooks = siteHooks;
        if (router != site) {
            router = site;
            found = null;
        }
    }

    Request furthest(Request otherwise) {
        Request last = arrived;
        return last == null ? otherwise : last;
    }

    Hooks hooks() {
        return hooks;
    }

    /// {@return what its path leads to, looked up once a language}
    ///
    /// @param host the host that was asked for; read only where routes depend on it
    Router.Found found(Supplier<String> host) {
        Router site = router;
        if (site == null) {
            return Router.NOWHERE;
        }
        Router active = site.active();
        Router.Found known = foundBy == active ? found : null;
        if (known == null) {
            String asked = active.hasHosts() ? host.get() : "";
            known = active.find(path(), source.method(), asked);
            found = known;
            foundBy = active;
        }
        return known;
    }

    String path() {
        String known = path;
        if (known == null) {
            path = known = Uris.unquote(source.rawPath());
        }
        return known;
    }

    QueryParams query(RequestPolicy policy) {
        QueryParams known = query;
        if (known == null) {
            String raw = source.rawQuery();
            known = raw == null ? QueryParams.empty() : QueryParams.parse(raw, policy.maxFields());
            query = known;
        }
        return known;
    }

    Headers headers() {
        Headers known = headers;
        if (known == null) {
            headers = known = source.headers();
        }
        return known;
    }

    Map<String, String> cookies() {
        Map<String, String> known = cookies;
        if (known == null) {
            List<String> sent = headers().all("Cookie");
            known =
                    sent.isEmpty()
                            ? Map.of()
                            : Collections.unmodifiableMap(
                                    Cookies.parse(utf8(String.join("; ", sent))));
            cookies = known;
        }
        return known;
    }

    List<MediaRange> accepted() {
        List<MediaRange> known = accepted;
        if (known == null) {
            String sent = source.header("Accept");
            accepted = known = MediaRange.parse(sent == null ? "*/*" : sent);
        }
        return known;
    }

    String contentType() {
        String known = contentType;
        if (known == null) {
            String sent = source.header("Content-Type");
            known = sent == null ? "" : sent;
            int semicolon = known.indexOf(';');
            if (semicolon >= 0) {
                known = known.substring(0, semicolon);
            }
            contentType = known = known.strip().toLowerCase(Locale.ROOT);
        }
        return known;
    }

    byte[] body(RequestPolicy policy) {
        byte[] known = body;
        if (known == null) {
            refuseSecondReading();
            long limit = policy.maxMemoryBytes();
            if (source.contentLength() > limit) {
                throw LimitExceeded.tooLarge("DATA_UPLOAD_MAX_MEMORY_SIZE", limit);
            }
            streamed = true;
            try {
                known = source.body().readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            } catch (IOException broken) {
                throw unread(broken);
            }
            if (known.length > limit) {
                throw LimitExceeded.tooLarge("DATA_UPLOAD_MAX_MEMORY_SIZE", limit);
            }
            body = known;
        }
        return known;
    }

    InputStream stream() {
        byte[] known = body;
        if (known != null) {
            return new ByteArrayInputStream(known);
        }
        if (form != null) {
            refuseSecondReading();
        }
        streamed = true;
        try {
            return source.body();
        } catch (IOException broken) {
            throw unread(broken);
        }
    }

    void receive(List<UploadHandler> handlers) {
        if (form != null) {
            refuseSecondReading();
        }
        uploads = handlers;
    }

    Form form(RequestPolicy policy) {
        Form known = form;
        if (known == null) {
            form = known = readForm(policy);
        }
        return known;
    }

    void close() {
        Form known = form;
        if (known == null || known.files().isEmpty()) {
            return;
        }
        for (List<UploadedFile> files : known.files().values()) {
            for (UploadedFile file : files) {
                try {
                    file.delete();
                } catch (IOException stays) {
                    LOG.log(System.Logger.Level.WARNING, "An upload was not deleted", stays);
                }
            }
        }
    }

    private Form readForm(RequestPolicy policy) {
        return switch (contentType()) {
            case URLENCODED ->
                    Form.of(
                            QueryParams.parse(
                                    new String(body(policy), StandardCharsets.UTF_8),
                                    policy.maxFields()));
            case MULTIPART -> {
                byte[] known = body;
                if (known == null) {
                    refuseSecondReading();
                    streamed = true;
                }
                try (InputStream in =
                        known == null ? source.body() : new ByteArrayInputStream(known)) {
                    yield MultipartForm.read(in, source.header("Content-Type"), policy, uploads);
                } catch (IOException broken) {
                    throw unread(broken);
                }
            }
            default -> Form.EMPTY;
        };
    }

    /// {@return header text whose bytes are UTF-8, of which an engine knows only that they are
    /// bytes}
    private static String utf8(String text) {
        return text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xff)
                ? text
                : new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// The client went away or was too slow: nobody's mistake here.
    private static HttpException unread(IOException broken) {
        boolean slow = broken.getCause() instanceof TimeoutException;
        return new HttpFailure(
                slow ? 408 : 400,
                slow ? "The request's body came too slowly." : "The request's body broke off.");
    }

    private void refuseSecondReading() {
        if (streamed) {
            throw new BodyConsumedException(
                    Problem.of("http.E031", "The body of this request has been read already.")
                            .because("A stream, or a form with files, can be read only once.")
                            .fixedBy("Read body() first, or form() and files() only."));
        }
    }
}
