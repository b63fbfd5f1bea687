package dev.quintet.kernel.check;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks that only `check --deploy` runs: what is fine at home, and is not in public.
public final class DeployChecks implements Check {

    private static final int LEAST_LENGTH = 50;
    private static final int LEAST_DIFFERENT = 5;

    /// For {@link java.util.ServiceLoader}.
    public DeployChecks() {}

    @Override
    public Set<String> tags() {
        return Set.of("security", DEPLOY);
    }

    @Override
    public List<CheckMessage> run(Context site) {
        var found = new ArrayList<CheckMessage>();
        String key = site.settings().explain(KernelSettings.SECRET_KEY).value();
        boolean weak =
                key == null
                        || key.length() < LEAST_LENGTH
                        || key.chars().distinct().count() < LEAST_DIFFERENT;
        if (weak) {
            found.add(
                    CheckMessage.warning(
                                    "security.W009",
                                    "SECRET_KEY is missing, has fewer than 50 characters, or fewer"
                                            + " than 5 different ones.",
                                    null)
                            .hint("Give a long and random one: whoever guesses it signs as you."));
        }
        if (site.settings().get(KernelSettings.DEBUG)) {
            found.add(
                    CheckMessage.error("security.E018", "DEBUG is on in deployment.", null)
                            .hint("Set DEBUG=false."));
        }
        return found;
    }
}
