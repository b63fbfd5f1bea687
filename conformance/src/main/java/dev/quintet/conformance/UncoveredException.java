package dev.quintet.conformance;

import java.io.Serial;

/// A case holds something that the runner cannot say in Quintet yet: it is counted apart.
public final class UncoveredException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /// Names what is not covered, for the summary.
    public UncoveredException(String what) {
        super(what);
    }
}
