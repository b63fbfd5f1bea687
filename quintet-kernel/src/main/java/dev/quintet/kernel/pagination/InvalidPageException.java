package dev.quintet.kernel.pagination;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A page was asked for that is not there. Django: `InvalidPage`.
public final class InvalidPageException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// What is wrong with the number.
    public enum Reason {
        /// It is not a whole number. Django: `PageNotAnInteger`.
        NOT_A_NUMBER,
        /// It is zero or less. Django: `EmptyPage`.
        BELOW_ONE,
        /// There are not as many pages. Django: `EmptyPage`.
        BEYOND_LAST
    }

    InvalidPageException(Reason reason) {
        super(
                Problem.of(
                        "kernel.E020",
                        switch (reason) {
                            case NOT_A_NUMBER -> "That page number is not an integer.";
                            case BELOW_ONE -> "That page number is less than 1.";
                            case BEYOND_LAST -> "That page contains no results.";
                        }));
        this.reason = reason;
    }

    /// {@return what is wrong with the number}
    public Reason reason() {
        return reason;
    }
}
