package dev.quintet.admin;

import java.io.Serial;

/// An address asks a list for what it does not offer, or with a value that can be none.
final class BadLookupException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    BadLookupException() {}

    BadLookupException(Throwable cause) {
        super(cause);
    }
}
