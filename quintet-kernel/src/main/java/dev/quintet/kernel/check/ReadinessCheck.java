package dev.quintet.kernel.check;

import dev.quintet.kernel.context.Context;

/// Asks whether something that a running site stands on answers now, such as its database. While
/// one does not, the site says at `HTTP_READY_PATH` that it is not ready, and a load balancer sends
/// visitors elsewhere.
///
/// Modules and projects provide theirs by {@link java.util.ServiceLoader}. Called again and again,
/// from many threads; what takes longer than two seconds counts as no answer.
@FunctionalInterface
public interface ReadinessCheck {

    /// Returns when all is well.
    ///
    /// @param site that runs
    /// @throws Exception when it does not answer; the message goes to the log and to nobody else
    void ask(Context site) throws Exception;
}
