package dev.quintet.http.middleware;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Session;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.time.TimeZones;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Shows each visitor times in their own zone; without one it is `TIME_ZONE`'s. Immutable and safe
/// for many threads.
///
/// List it after the middleware that its function asks: {@link Sessions}, or the one that says who
/// the visitor is.
public final class Zones implements Middleware {

    /// The name in the session that Django's documentation uses for the name of a zone.
    public static final String SESSION_NAME = "django_timezone";

    private final Function<? super Request, @Nullable ZoneId> zone;

    private Zones(Function<? super Request, @Nullable ZoneId> zone) {
        this.zone = zone;
    }

    /// {@return zones whose names, such as `Europe/Berlin`, are in the session under
    /// `django_timezone`; a name that is none is passed over}
    public static Zones ofSession() {
        return new Zones(Zones::remembered);
    }

    /// {@return the zones that a function finds, such as in a user's profile; `null` where it knows
    /// none}
    ///
    /// @param zone called once a request, in the request's thread
    public static Zones of(Function<? super Request, @Nullable ZoneId> zone) {
        return new Zones(zone);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        ZoneId found = zone.apply(request);
        return found == null
                ? next.handle(request)
                : TimeZones.activate(Context.current(), found).call(() -> next.handle(request));
    }

    private static @Nullable ZoneId remembered(Request request) {
        String name =
                request.find(Session.KEY)
                        .filter(session -> !session.isEmpty())
                        .map(session -> session.get(SESSION_NAME, String.class))
                        .orElse(null);
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
