package dev.quintet.kernel.context;

/// Runs what waits for the running transaction to be kept; at once where there is none.
///
/// Modules that know no database ask this of the site, which has the default database's. Safe for
/// many threads.
@FunctionalInterface
public interface AfterCommit {

    /// The site's, in its context.
    ContextKey<AfterCommit> KEY = ContextKey.named("after commit");

    /// Runs `action` once the outermost transaction was kept, never when it was taken back.
    void run(Runnable action);

    /// Runs `action` after the transaction of the running code; at once where there is none, or no
    /// site.
    static void ofCurrent(Runnable action) {
        Context site = Context.find();
        AfterCommit waiting = site == null ? null : site.find(KEY).orElse(null);
        if (waiting == null) {
            action.run();
        } else {
            waiting.run(action);
        }
    }
}
