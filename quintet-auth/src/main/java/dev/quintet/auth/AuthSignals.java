package dev.quintet.auth;

import dev.quintet.http.Request;
import dev.quintet.kernel.signal.Signal;
import org.jspecify.annotations.Nullable;

/// What happens at a site's door, for those who keep a log of it. Django:
/// `django.contrib.auth.signals`.
///
/// ```java
/// AuthSignals.LOGIN_FAILED.connect(event -> audit("failed", event.subject(), event.request()));
/// ```
public final class AuthSignals {

    /// Somebody has signed in.
    public static final Signal<LoggedIn> LOGGED_IN = Signal.named("auth.logged_in");

    /// Somebody has signed out.
    public static final Signal<LoggedOut> LOGGED_OUT = Signal.named("auth.logged_out");

    /// No back end knew somebody.
    public static final Signal<LoginFailed> LOGIN_FAILED = Signal.named("auth.login_failed");

    private AuthSignals() {}

    /// Somebody has signed in.
    ///
    /// @param user who
    /// @param request with which
    public record LoggedIn(AbstractBaseUser user, Request request) {}

    /// Somebody has signed out.
    ///
    /// @param user who; `null` where nobody was signed in
    /// @param request with which
    public record LoggedOut(@Nullable AbstractBaseUser user, Request request) {}

    /// No back end knew somebody.
    ///
    /// @param subject who they claimed to be, as they wrote it; no secret
    /// @param request with which, or `null` where there was none
    public record LoginFailed(String subject, @Nullable Request request) {}
}
