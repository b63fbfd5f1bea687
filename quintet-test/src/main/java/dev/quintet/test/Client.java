package dev.quintet.test;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.auth.Credentials;
import dev.quintet.http.Cookie;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A browser without a screen: asks the site for pages in this process, without a network, and
/// keeps its cookies. Django: `Client`.
///
/// A target is a path that begins with `/`, or the name of a route with what it captures:
/// `client.get("catalog:album", album.slug)`. What needs more than that begins with {@link #to}.
///
/// An exception of a view is thrown out of the call, unless {@link #showErrors} says to answer with
/// its page. CSRF is not checked unless {@link #checkCsrf} says so. Belongs to one thread.
public final class Client {

    private final CookieJar cookies = new CookieJar();
    private boolean errorsShown;
    private boolean csrfChecked;
    private boolean following;

    /// A client without cookies, for the site of the current context.
    public Client() {}

    /// {@return the page at a target}
    ///
    /// @param args what the route captures, in its order
    public Page get(String target, Object... args) {
        return to(target, args).get();
    }

    /// {@return what a HEAD request gets}
    ///
    /// @param args what the route captures, in its order
    public Page head(String target, Object... args) {
        return to(target, args).head();
    }

    /// {@return what a DELETE request gets}
    ///
    /// @param args what the route captures, in its order
    public Page delete(String target, Object... args) {
        return to(target, args).delete();
    }

    /// {@return what an OPTIONS request gets}
    ///
    /// @param args what the route captures, in its order
    public Page options(String target, Object... args) {
        return to(target, args).options();
    }

    /// {@return what an empty POST request gets; for a form, begin with {@link #to}}
    ///
    /// @param args what the route captures, in its order
    public Page post(String target, Object... args) {
        return to(target, args).post();
    }

    /// {@return what sending a form to a target without captures gets}
    ///
    /// @param fields a collection as a value is a field that occurs several times; null is left out
    public Page postForm(String target, Map<String, ? extends @Nullable Object> fields) {
        return to(target).form(fields).post();
    }

    /// {@return what posting a JSON document to a target without captures gets}
    public Page postJson(String target, @Nullable Object document) {
        return to(target).json(document).post();
    }

    /// {@return a request that is still to be filled and sent}
    ///
    /// @param target a path that begins with `/`, or the name of a route
    /// @param args what the route captures, in its order
    public Call to(String target, Object... args) {
        return new Call(this, target, args);
    }

    /// Answers with the error page when a view throws, from now on.
    public Client showErrors() {
        this.errorsShown = true;
        return this;
    }

    /// Checks CSRF as for a browser, from now on.
    public Client checkCsrf() {
        this.csrfChecked = true;
        return this;
    }

    /// Follows redirects within the site, from now on; {@link Page#redirects} has the chain.
    public Client followRedirects() {
        this.following = true;
        return this;
    }

    /// Signs a user in, without a password and without asking a back end. Django: `force_login`.
    public Client login(AbstractBaseUser user) {
        SignedIn.become(this, user);
        return this;
    }

    /// Signs in by name and password, as the site's back ends find it right. Django: `login`.
    ///
    /// @return whether they do
    public boolean login(String username, String password) {
        Optional<AbstractBaseUser> user =
                Auth.authenticate(null, new Credentials.Password(username, password));
        user.ifPresent(this::login);
        return user.isPresent();
    }

    /// Signs out: forgets the session, and its cookie.
    public Client logout() {
        SignedIn.end(this);
        return this;
    }

    /// {@return the value of a cookie that it keeps, or `null`}
    public @Nullable String cookie(String name) {
        Cookie kept = cookies.find(name);
        return kept == null ? null : kept.value();
    }

    /// Keeps a cookie, sent to every path.
    public Client cookie(String name, String value) {
        cookies.keep(Cookie.of(name, value));
        return this;
    }

    /// Forgets all cookies.
    public Client forgetCookies() {
        cookies.clear();
        return this;
    }

    void forgetCookie(String name) {
        cookies.forget(name);
    }

    CookieJar cookies() {
        return cookies;
    }

    boolean errorsShown() {
        return errorsShown;
    }

    boolean csrfChecked() {
        return csrfChecked;
    }

    boolean following() {
        return following;
    }
}
