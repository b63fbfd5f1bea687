package dev.quintet.admin;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import java.util.function.BooleanSupplier;

/// Who does what takes long, behind the back of the request that asked for it.
///
/// The admin's own does it in this process, on virtual threads of {@link AdminApp}, which ends them
/// with the site. A site that has queues of tasks puts its own in the context under {@link #KEY}.
public interface Background {

    /// Where a site's own is.
    ContextKey<Background> KEY = ContextKey.named("admin background");

    /// Work that consists of steps, and says in the database how far it is.
    @FunctionalInterface
    interface Work {

        /// Does it.
        ///
        /// @param ending asked between two steps: whether to end now, because the process does
        void run(BooleanSupplier ending);
    }

    /// Does some work soon, in the context of the current site.
    ///
    /// @param name for listings
    void start(String name, Work work);

    /// {@return the current site's}
    static Background current() {
        return Context.current()
                .find(KEY)
                .orElseGet(() ->
                        Context.current().apps().all(AdminApp.class).stream()
                                .findFirst()
                                .map(AdminApp::background)
                                .orElseGet(OwnThreads::new));
    }
}
