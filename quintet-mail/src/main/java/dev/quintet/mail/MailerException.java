package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A mailer is not there, or its URL says nothing that can be understood.
public final class MailerException extends MailException {

    @Serial private static final long serialVersionUID = 1L;

    MailerException(Problem problem) {
        super(problem, null);
    }
}
