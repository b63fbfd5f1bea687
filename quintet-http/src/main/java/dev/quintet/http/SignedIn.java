package dev.quintet.http;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.text.Uris;

/// Lets through who is signed in, and sends all others to the page where one signs in. Django:
/// `login_required`.
///
/// What authenticates visitors hangs a {@link Visitor} on the request; without one this is an error
/// of the site, not of its visitor.
public final class SignedIn implements Middleware {

    private static final SignedIn REQUIRED = new SignedIn();

    private SignedIn() {}

    /// {@return what lets only those through who are signed in}
    public static Middleware required() {
        return REQUIRED;
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        if (request.attribute(Visitor.KEY).signedIn()) {
            return next.handle(request).withVary("Cookie");
        }
        if (request.likesJson()) {
            throw new HttpFailure(401, gettext("Sign in first."));
        }
        String login = Context.current().settings().get(HttpSettings.LOGIN_URL);
        String address =
                login.indexOf('/') >= 0 ? login : Context.current().get(Router.KEY).reverse(login);
        String query = "next=" + Uris.quote(request.fullPath(), "/");
        return Response.redirect(address + (address.indexOf('?') < 0 ? "?" : "&") + query)
                .withVary("Cookie");
    }

    @Override
    public String name() {
        return "loginRequired";
    }
}
