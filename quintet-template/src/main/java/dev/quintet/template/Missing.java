package dev.quintet.template;

/// Stands for what a lookup did not give; never leaves the engine.
enum Missing {
    /// There is no such variable or attribute.
    ABSENT,
    /// There is one, but templates may not use it.
    REFUSED
}
