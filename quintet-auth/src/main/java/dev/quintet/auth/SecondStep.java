package dev.quintet.auth;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.context.Context;
import java.util.Optional;

/// A second step behind the password, such as a code of an authenticator app: an app of the site
/// that implements this is asked by the pages where visitors sign in. A site without such an app
/// signs in whoever has the password.
public interface SecondStep {

    /// {@return whether somebody has set up a second step}
    boolean isAskedOf(AbstractBaseUser user);

    /// {@return the way to the page of the second step, for somebody whose password was right and
    /// who is not signed in before that page says so}
    ///
    /// @param user as a back end returned them
    /// @param next where they go when they have passed
    Response ask(Request request, AbstractBaseUser user, String next);

    /// {@return whether who makes a request has passed the second step since they signed in}
    boolean passed(Request request);

    /// {@return the way to the page where somebody who is signed in and has not passed does so, or
    /// sets a second step up first}
    ///
    /// @param next where they go then
    Response demand(Request request, String next);

    /// {@return that of a site, where it has one}
    static Optional<SecondStep> of(Context site) {
        return site.apps().all(SecondStep.class).stream().findFirst();
    }
}
