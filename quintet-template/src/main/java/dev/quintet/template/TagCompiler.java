package dev.quintet.template;

/// Compiles one tag to its closure.
@FunctionalInterface
interface TagCompiler {

    /// {@return the part that the tag, and what it encloses, renders as}
    ///
    /// @param parser stands behind the tag; what the tag encloses is read from it
    Node compile(Parser parser, Token tag);
}
