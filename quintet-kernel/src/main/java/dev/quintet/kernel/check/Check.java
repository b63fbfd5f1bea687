package dev.quintet.kernel.check;

import dev.quintet.kernel.context.Context;
import java.util.List;
import java.util.Set;

/// Looks at a site's wiring before the first visitor does. Django: system checks.
///
/// Modules provide theirs by {@link java.util.ServiceLoader}, apps by `checks()`.
@FunctionalInterface
public interface Check {

    /// The tag of checks that run only by `check --deploy`.
    String DEPLOY = "deploy";

    /// The tag of checks that talk to a database; they run by `check --database` and in `migrate`.
    String DATABASE = "database";

    /// {@return what it found; empty when all is well}
    List<CheckMessage> run(Context site);

    /// {@return the groups that it belongs to, for `check --tag`}
    default Set<String> tags() {
        return Set.of();
    }
}
