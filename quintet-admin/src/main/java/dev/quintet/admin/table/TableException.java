package dev.quintet.admin.table;

import java.io.Serial;

/// A file that is no table, or none that can be read. Its message is for people.
public final class TableException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    /// An error of a file.
    ///
    /// @param message for people, translated
    public TableException(String message) {
        super(message);
    }

    TableException(String message, Exception cause) {
        super(message, cause);
    }
}
