package dev.quintet.oidc;

import java.io.Serial;

/// An answer of a provider, or of somebody who claims to come from one, that is not believed.
final class Refused extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    /// @param why for the log; holds nothing that was sent
    Refused(String why) {
        super(why);
    }

    Refused(String why, Throwable cause) {
        super(why, cause);
    }
}
