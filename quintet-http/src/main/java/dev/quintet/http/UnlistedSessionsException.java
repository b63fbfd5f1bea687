package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// Sessions were to be found by what they hold, where nobody has them all.
public final class UnlistedSessionsException extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    UnlistedSessionsException(SessionStore store) {
        super(
                Problem.of(
                                "http.E090",
                                store.getClass().getSimpleName() + " cannot list its sessions.")
                        .because("Visitors have them in cookies, or a cache that has no list.")
                        .fixedBy(
                                "Set SESSION_ENGINE=db, or cached_db. To end all sessions of one"
                                        + " user, Auth.logoutElsewhere does without a list."),
                null);
    }

    @Override
    public int status() {
        return 500;
    }
}
