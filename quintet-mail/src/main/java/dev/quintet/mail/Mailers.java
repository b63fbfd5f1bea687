package dev.quintet.mail;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;

/// The mailers of a site by their names: `default` by `MAILER_URL`, others by `MAILER_URL_NAME`.
/// Safe for many threads.
public final class Mailers implements AutoCloseable {

    /// The mailers of a site, in its context.
    public static final ContextKey<Mailers> KEY = ContextKey.named("mailers");

    /// The name of the mailer that is meant where none is named.
    public static final String DEFAULT = "default";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Mailer> byName;
    private final Outbox outbox;
    private final List<Background> queues;

    private Mailers(Map<String, Mailer> byName, Outbox outbox, List<Background> queues) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        this.outbox = outbox;
        this.queues = queues;
    }

    /// {@return the mailers that the settings name}
    ///
    /// @param outbox what mailers of `memory:` fill
    /// @throws MailerException when a URL is of no kind that is known, or lacks something
    public static Mailers of(Settings settings, Outbox outbox, Clock clock) {
        var all = new LinkedHashMap<String, Mailer>();
        var queues = new ArrayList<Background>();
        settings.mailers()
                .forEach((name, url) -> {
                    String from = url.options().get("from");
                    MailAddress sender =
                            from == null
                                    ? settings.get(MailSettings.DEFAULT_FROM_EMAIL)
                                    : MailAddress.parse(from);
                    var queue = new Background(batch -> sendEach(name, all, batch), PATIENCE);
                    queues.add(queue);
                    MailQueue any =
                            message -> {
                                Context site = Context.find();
                                MailQueue own =
                                        site == null
                                                ? queue
                                                : site.getOr(MailQueue.KEY, () -> queue);
                                own.add(message);
                            };
                    all.put(name, new Mailer(name, backend(name, url, outbox), sender, clock, any));
                });
        return new Mailers(all, outbox, List.copyOf(queues));
    }

    private static void sendEach(
            String name, Map<String, Mailer> all, Collection<EmailMessage> batch) {
        Mailer mailer = all.get(name);
        if (mailer != null) {
            mailer.failSilently().send(batch);
        }
    }

    private static MailBackend backend(String name, ServiceUrl url, Outbox outbox) {
        if (url.scheme().equals("memory")) {
            return outbox.backend();
        }
        var known = new TreeSet<>(List.of("memory"));
        for (MailBackendProvider provider :
                ServiceLoader.load(MailBackendProvider.class, Mailers.class.getClassLoader())) {
            known.addAll(provider.schemes());
            if (provider.schemes().contains(url.scheme())) {
                try {
                    return provider.open(url);
                } catch (IllegalArgumentException wrong) {
                    throw new MailerException(
                            Problem.of(
                                            "mail.E004",
                                            "The mailer '" + name + "' cannot be " + url + ".")
                                    .because(wrong.getMessage())
                                    .fixedBy(example(name)));
                }
            }
        }
        throw new MailerException(
                Problem.of("mail.E004", "The mailer '" + name + "' cannot be " + url + ".")
                        .because("Its URL begins with one of: " + String.join(", ", known) + ".")
                        .fixedBy(example(name)));
    }

    private static String example(String name) {
        String key =
                name.equals(DEFAULT)
                        ? "MAILER_URL"
                        : "MAILER_URL_" + name.toUpperCase(java.util.Locale.ROOT);
        return "Set " + key + " to smtp://user:password@host:587, or to console:.";
    }

    /// {@return the mailers of the running code's site}
    public static Mailers current() {
        return Context.current().get(KEY);
    }

    /// {@return the mailer for what names none}
    public Mailer get() {
        return get(DEFAULT);
    }

    /// {@return the mailer of a name}
    ///
    /// @throws MailerException when there is none
    public Mailer get(String name) {
        Mailer found = byName.get(name);
        if (found == null) {
            String question = Nearest.question(name, byName.keySet());
            throw new MailerException(
                    Problem.of("mail.E005", "There is no mailer '" + name + "'.")
                            .because("Named are: " + String.join(", ", byName.keySet()) + ".")
                            .fixedBy(question == null ? example(name) : question));
        }
        return found;
    }

    /// {@return what mailers of `memory:` carried}
    public Outbox outbox() {
        return outbox;
    }

    /// Waits for messages that are being sent in the background, for half a minute at most.
    @Override
    public void close() {
        queues.forEach(Background::close);
    }
}
