package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A subject, an address, a name or another header would not be one line, or is none. Django:
/// `BadHeaderError`.
public final class BadHeaderException extends MailException {

    @Serial private static final long serialVersionUID = 1L;

    BadHeaderException(Problem problem) {
        super(problem, null);
    }
}
