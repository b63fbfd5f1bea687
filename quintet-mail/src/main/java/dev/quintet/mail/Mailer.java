package dev.quintet.mail;

import dev.quintet.kernel.context.AfterCommit;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.kernel.signal.Signal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Sends messages by one back end, with its own sender. Django: `mailers["bulk"]`. Safe for many
/// threads.
public final class Mailer {

    private static final System.Logger LOG = Loggers.named("quintet.mail");

    /// Sent after each message that a back end took, as it went out: for logs, archives, and a page
    /// that lists them.
    public static final Signal<EmailMessage> SENT = Signal.named("mail.sent");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String name;
    private final MailBackend backend;
    private final MailAddress sender;
    private final Clock clock;
    private final boolean silent;
    private final MailQueue queue;

    Mailer(String name, MailBackend backend, MailAddress sender, Clock clock, MailQueue queue) {
        this(name, backend, sender, clock, queue, false);
    }

    private Mailer(
            String name,
            MailBackend backend,
            MailAddress sender,
            Clock clock,
            MailQueue queue,
            boolean silent) {
        this.name = name;
        this.backend = backend;
        this.sender = sender;
        this.clock = clock;
        this.queue = queue;
        this.silent = silent;
    }

    /// {@return its name: `default`, or what follows `MAILER_URL_` in small letters}
    public String name() {
        return name;
    }

    /// {@return who writes where a message names nobody}
    public MailAddress sender() {
        return sender;
    }

    /// {@return the same mailer, which logs what it cannot deliver and goes on. Django:
    /// `fail_silently=True`}
    public Mailer failSilently() {
        return new Mailer(name, backend, sender, clock, queue, true);
    }

    /// Sends one message now.
    ///
    /// @return whether it was sent: not when nobody is addressed, or it failed silently
    /// @throws DeliveryException when the server is not reached or refuses it
    public boolean send(EmailMessage message) {
        return send(List.of(message)) == 1;
    }

    /// Sends messages now, all over one connection. Those that address nobody are passed over.
    ///
    /// @return how many were sent
    /// @throws DeliveryException at the first that is not taken; it says how many went before
    public int send(Collection<EmailMessage> messages) {
        List<EmailMessage> addressed =
                messages.stream()
                        .filter(message -> !message.recipients().isEmpty())
                        .map(this::prepared)
                        .toList();
        if (addressed.isEmpty()) {
            return 0;
        }
        int sent = 0;
        try (MailConnection connection = backend.open()) {
            for (EmailMessage message : addressed) {
                try {
                    connection.send(message);
                    sent++;
                } catch (DeliveryException failed) {
                    refuse(failed, sent, addressed.size());
                    continue;
                }
                SENT.sendRobust(message);
            }
        } catch (DeliveryException failed) {
            if (!silent) {
                throw failed;
            }
            log(failed);
        }
        return sent;
    }

    private void refuse(DeliveryException failed, int sent, int all) {
        if (silent) {
            log(failed);
        } else if (all == 1) {
            throw failed;
        } else {
            Problem problem = failed.problem();
            String before = sent + " of " + all + " messages were sent before it.";
            throw new DeliveryException(
                    problem.because(
                            problem.cause() == null ? before : problem.cause() + " " + before),
                    failed);
        }
    }

    private void log(DeliveryException failed) {
        LOG.log(System.Logger.Level.ERROR, "Mailer '" + name + "': " + failed.problem().render());
    }

    /// Sends a message after the running transaction was kept, and never when that is taken back.
    ///
    /// Where a server is to be reached, that is done in the background: the caller does not wait,
    /// and what goes wrong is logged. When the site closes, it waits for messages under way.
    public void later(EmailMessage message) {
        if (message.recipients().isEmpty()) {
            return;
        }
        EmailMessage ready = prepared(message);
        AfterCommit.ofCurrent(() -> {
            if (backend.remote()) {
                queue.add(ready);
            } else {
                send(ready);
            }
        });
    }

    /// {@return the message with all that it goes out with: this mailer's name, a sender, `Date`
    /// and `Message-ID`, where it has none}
    EmailMessage prepared(EmailMessage message) {
        EmailMessage whole = message.using(name);
        if (whole.from() == null) {
            whole = whole.from(sender);
        }
        MailAddress from = whole.from();
        if (whole.header("Date") == null) {
            whole = whole.header("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        }
        if (whole.header("Message-ID") == null) {
            String domain = from == null ? sender.domain() : from.domain();
            whole = whole.header("Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
        }
        return whole;
    }

    @Override
    public String toString() {
        return "Mailer[" + name + "]";
    }
}
