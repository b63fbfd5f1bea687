package dev.quintet.mail;

import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Layer;
import dev.quintet.kernel.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks that only `check --deploy` runs: mail that nobody would get.
public final class MailChecks implements Check {

    private static final Set<String> AT_HOME = Set.of("console", "memory", "file", "dummy");

    /// For {@link java.util.ServiceLoader}.
    public MailChecks() {}

    @Override
    public Set<String> tags() {
        return Set.of("mail", DEPLOY);
    }

    @Override
    public List<CheckMessage> run(Context site) {
        Settings settings = site.settings();
        var found = new ArrayList<CheckMessage>();
        settings.mailers()
                .forEach((name, url) -> {
                    if (AT_HOME.contains(url.scheme())) {
                        found.add(
                                CheckMessage.warning(
                                                "mail.W001",
                                                "The mailer '"
                                                        + name
                                                        + "' sends to "
                                                        + url.scheme()
                                                        + ": nobody gets its mail.",
                                                null)
                                        .hint("Set its URL to smtp://user:password@host:587."));
                    }
                });
        boolean sends =
                settings.mailers().values().stream()
                        .anyMatch(url -> !url.options().containsKey("from"));
        if (sends && settings.explain(MailSettings.DEFAULT_FROM_EMAIL).layer() == Layer.DEFAULT) {
            found.add(
                    CheckMessage.warning(
                                    "mail.W002",
                                    "Mail is sent from webmaster@localhost, which servers refuse.",
                                    null)
                            .hint("Set DEFAULT_FROM_EMAIL to an address of yours."));
        }
        return found;
    }
}
