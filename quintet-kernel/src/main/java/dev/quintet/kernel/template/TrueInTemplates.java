package dev.quintet.kernel.template;

/// Something with parts that counts as true in templates even where it has none: `{% if field %}`
/// asks whether there is a field, not whether it has choices. Everything else that is empty counts
/// as false there. Django: a class whose `__bool__` says so.
public interface TrueInTemplates {}
