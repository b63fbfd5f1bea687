package dev.quintet.kernel.template;

/// A value that may stand for nothing: `{% if album.cover %}` asks it. Django: `__bool__`.
public interface TemplateTruth {

    /// {@return whether a template takes it for something}
    boolean countsAsTrue();
}
