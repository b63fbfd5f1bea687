package dev.quintet.web.messages;

import dev.quintet.http.Cookie;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.json.JsonException;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.signing.BadSignatureException;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.kernel.signing.TimestampSigner;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages in a signed cookie, as Django's `CookieStorage` has them: the newest that fit, and a
/// mark where some did not.
final class CookieMessages implements MessageStorage {

    private static final String NAME = "messages";
    private static final int MOST_BYTES = 2048;

    /// Says that more wait elsewhere.
    private static final String UNFINISHED = "__messagesnotfinished__";

    private final TimestampSigner signer;
    private final Settings settings;

    CookieMessages(Settings settings, Clock clock) {
        this.signer =
                TimestampSigner.of(SigningKeys.of(settings).prefixed("django.http.cookies"), clock)
                        .salt("django.contrib.messages");
        this.settings = settings;
    }

    @Override
    public List<Message> read(Request request) {
        return read(request, new boolean[1]);
    }

    /// {@return what the cookie holds}
    ///
    /// @param more its first is set where more wait elsewhere
    List<Message> read(Request request, boolean[] more) {
        String sent = request.cookie(NAME);
        if (sent == null) {
            return List.of();
        }
        var found = new ArrayList<Message>();
        try {
            if (signer.unsignObject(sent, null) instanceof List<?> list) {
                for (Object each : list) {
                    Message message = MessageCodec.decode(each);
                    if (message != null) {
                        found.add(message);
                    }
                    more[0] |= UNFINISHED.equals(each);
                }
            }
        } catch (BadSignatureException | JsonException notOurs) {
            return List.of();
        }
        return found;
    }

    @Override
    public Response keep(Request request, Response response, List<Message> messages) {
        return keep(request, response, messages, new ArrayList<>(), false);
    }

    /// @param left gets what did not fit
    /// @param fromFront whether the oldest are kept, the rest being kept elsewhere
    Response keep(
            Request request,
            Response response,
            List<Message> messages,
            List<Message> left,
            boolean fromFront) {
        if (messages.isEmpty()) {
            return request.cookie(NAME) == null
                    ? response
                    : response.withCookie(shaped(Cookie.expired(NAME)));
        }
        var fitting = new ArrayList<>(messages);
        String text = signed(fitting, false);
        while (text.length() > MOST_BYTES && !fitting.isEmpty()) {
            if (fromFront) {
                left.addFirst(fitting.removeLast());
            } else {
                left.add(fitting.removeFirst());
            }
            text = signed(fitting, true);
        }
        return response.withCookie(shaped(Cookie.of(NAME, text)));
    }

    private String signed(List<Message> messages, boolean unfinished) {
        var list = new ArrayList<@Nullable Object>();
        messages.forEach(each -> list.add(MessageCodec.encode(each)));
        if (unfinished) {
            list.add(UNFINISHED);
        }
        return signer.signObject(list, true);
    }

    private Cookie shaped(Cookie cookie) {
        String domain = settings.get(HttpSettings.SESSION_COOKIE_DOMAIN);
        return cookie.withDomain(domain.isEmpty() ? null : domain)
                .withSecure(settings.get(HttpSettings.SESSION_COOKIE_SECURE) ? true : null)
                .withHttpOnly(settings.get(HttpSettings.SESSION_COOKIE_HTTPONLY))
                .withSameSite(
                        Cookie.SameSite.of(settings.get(HttpSettings.SESSION_COOKIE_SAMESITE)));
    }
}
