package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A message was not taken: the server is not reached, or refuses the login, the sender, a
/// recipient or the message.
public final class DeliveryException extends MailException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and what led to it, or `null` where nothing did.
    public DeliveryException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
