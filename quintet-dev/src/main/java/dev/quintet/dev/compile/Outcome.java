package dev.quintet.dev.compile;

import java.nio.file.Path;
import java.util.List;

/// What came of compiling.
public sealed interface Outcome {

    /// All went well, and the classes are where they belong.
    ///
    /// @param compiled the sources that were compiled: those that had changed, and those that
    ///   depend on them
    record Compiled(List<Path> compiled) implements Outcome {}

    /// Nothing was written.
    ///
    /// @param findings at least one
    record Refused(List<Finding> findings) implements Outcome {}
}
