package dev.quintet.web;

import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import java.util.List;
import java.util.Set;

/// Checks that the site's templates compile, and that what they name is there.
///
/// What it finds are warnings: a site with one broken page starts and serves the others, and a
/// developer may be about to mend it.
public final class TemplateChecks implements Check {

    /// Made by {@link java.util.ServiceLoader}.
    public TemplateChecks() {}

    @Override
    public List<CheckMessage> run(Context site) {
        return site
                .find(SiteTemplates.KEY)
                .map(engine -> site.call(engine::check))
                .orElse(List.of())
                .stream()
                .map(TemplateChecks::asWarning)
                .toList();
    }

    private static CheckMessage asWarning(CheckMessage found) {
        return new CheckMessage(
                CheckMessage.Level.WARNING,
                found.id(),
                found.message(),
                found.hint(),
                found.subject(),
                found.place());
    }

    @Override
    public Set<String> tags() {
        return Set.of("templates");
    }
}
