package dev.quintet.orm;

/// What the frame of a window leaves out around the row itself. Django: `WindowFrameExclusion`.
///
/// PostgreSQL and SQLite have it; MariaDB refuses it by name.
public enum FrameExclusion {
    /// The row itself.
    CURRENT_ROW("CURRENT ROW"),
    /// The row itself and those equal to it in the order.
    GROUP("GROUP"),
    /// Those equal to the row in the order, but not the row itself.
    TIES("TIES");

    private final String words;

    FrameExclusion(String words) {
        this.words = words;
    }

    /// {@return what SQL calls it}
    public String words() {
        return words;
    }
}
