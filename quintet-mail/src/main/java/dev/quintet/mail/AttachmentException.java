package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A file that was to be attached cannot be read.
public final class AttachmentException extends MailException {

    @Serial private static final long serialVersionUID = 1L;

    AttachmentException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
