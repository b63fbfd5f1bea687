package dev.quintet.http;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.util.Locale;

/// Opens conversations: a route like any other, inside of the same middleware as pages.
///
/// ```java
/// static Response echo(Request request) {
///     return WebSockets.accept(request, socket -> {
///         while (socket.receive() instanceof WebSocket.Text said) {
///             socket.send("You said " + said.text());
///         }
///     });
/// }
/// ```
///
/// A page of another site may not open one with a visitor's cookies: the `Origin` that browsers
/// send is the site's own or one of `CSRF_TRUSTED_ORIGINS`. Programs that are no browsers send
/// none.
public final class WebSockets {

    private WebSockets() {}

    /// {@return the answer that turns a request into a conversation, by the settings}
    ///
    /// @throws PermissionDenied when a page of another site asks
    /// @throws HttpFailure of status 426 when the request does not ask for a conversation
    public static Response accept(Request request, WebSocket.Conversation conversation) {
        WebSocketOptions options = WebSocketOptions.of(Context.current().settings());
        return accept(request, options, conversation);
    }

    /// {@return the answer that turns a request into a conversation}
    ///
    /// @throws PermissionDenied when a page of another site asks
    /// @throws HttpFailure of status 426 when the request does not ask for a conversation
    public static Response accept(
            Request request, WebSocketOptions options, WebSocket.Conversation conversation) {
        String upgrade = request.header("Upgrade");
        if (!request.is("GET")
                || upgrade == null
                || !upgrade.toLowerCase(Locale.ROOT).contains("websocket")) {
            throw new HttpFailure(
                    426,
                    "This address is for WebSockets.",
                    Header.of("Upgrade", "websocket"),
                    Header.of("Connection", "Upgrade"));
        }
        Context context = Context.current();
        Settings settings = context.settings();
        String origin = request.header("Origin");
        if (origin != null
                && !Origins.trusted(
                        origin, request, settings.get(HttpSettings.CSRF_TRUSTED_ORIGINS))) {
            throw new PermissionDenied("A page of another site asked for this.");
        }
        return Response.talking(new Body.Talk(request, context, options, conversation));
    }
}
