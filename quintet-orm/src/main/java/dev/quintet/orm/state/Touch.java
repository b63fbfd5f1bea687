package dev.quintet.orm.state;

/// When a field of time takes the time of the moment by itself. Django: `auto_now`, `auto_now_add`.
public enum Touch {
    /// Never.
    NEVER,
    /// When its row is first written, and never again.
    ON_CREATE,
    /// Whenever its row is written.
    ON_SAVE
}
