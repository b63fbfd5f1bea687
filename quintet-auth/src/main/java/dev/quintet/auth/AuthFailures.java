package dev.quintet.auth;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.password.HashingBusyException;
import dev.quintet.http.ExceptionMapper;
import dev.quintet.http.HttpException;
import dev.quintet.http.ServiceUnavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Tells visitors to come back when too many passwords are being hashed: status 503.
public final class AuthFailures implements ExceptionMapper {

    private static final Duration SOON = Duration.ofSeconds(5);

    /// For {@link java.util.ServiceLoader}.
    public AuthFailures() {}

    @Override
    public @Nullable HttpException map(Throwable thrown) {
        return thrown instanceof HashingBusyException
                ? new ServiceUnavailable(
                        gettext("Too many people sign in just now: try again soon."), SOON)
                : null;
    }
}
