package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The root of what this module throws: catch this to catch all of it.
public abstract sealed class MailException extends QuintetException
        permits BadHeaderException, AttachmentException, DeliveryException, MailerException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and what led to it.
    protected MailException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
