package dev.quintet.http.middleware;

import dev.quintet.http.Header;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Onward;
import dev.quintet.http.Passage;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.settings.Settings;

/// Keeps other sites from showing ours in a frame, where clicks can be stolen. Django:
/// `XFrameOptionsMiddleware`.
///
/// A route decides for itself by one of these around it: `path(...).with(FrameOptions.exempt())`.
public final class FrameOptions implements Passage {

    private static final String NAME = "X-Frame-Options";

    /// Never sent: the site's own takes it out.
    private static final Header EXEMPT = Header.of(NAME, "exempt");

    private final Header header;

    private FrameOptions(Header header) {
        this.header = header;
    }

    /// {@return what the setting `X_FRAME_OPTIONS` says}
    public static FrameOptions of(Settings settings) {
        return new FrameOptions(Header.of(NAME, settings.get(HttpSettings.X_FRAME_OPTIONS)));
    }

    /// {@return no frames at all, for a route}
    public static FrameOptions deny() {
        return new FrameOptions(Header.of(NAME, "DENY"));
    }

    /// {@return frames of this site only, for a route}
    public static FrameOptions sameOrigin() {
        return new FrameOptions(Header.of(NAME, "SAMEORIGIN"));
    }

    /// {@return frames of any site, for a route}
    public static FrameOptions exempt() {
        return new FrameOptions(EXEMPT);
    }

    @Override
    public Onward enter(Request request) {
        return request;
    }

    @Override
    public Response leave(Request request, Response response) {
        for (Header each : response.headers()) {
            if (each.named(NAME)) {
                return each.equals(EXEMPT) && !header.equals(EXEMPT)
                        ? response.withoutHeader(NAME)
                        : response;
            }
        }
        return response.addHeader(header);
    }
}
