package dev.quintet.kernel.app;

import dev.quintet.kernel.context.Context;
import java.io.PrintWriter;

/// A part of a site that works for as long as the site is up, beside the one that answers requests:
/// a worker, a scheduler. A module provides it by {@link java.util.ServiceLoader}; the command
/// `dev` runs all of them in its own process.
public interface Role {

    /// {@return what people call it, in one short word: `worker`}
    String name();

    /// Works until its thread is interrupted, and then ends what it is at within two seconds. It is
    /// called again, with another context, when the sources have changed.
    ///
    /// @param site the site's context, which is the current one too
    /// @param out takes what it tells, line by line
    /// @throws InterruptedException to end
    /// @throws Exception what went wrong: it is shown, and the role stays down until the next
    ///   change
    void run(Context site, PrintWriter out) throws Exception;
}
