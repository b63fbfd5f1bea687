package dev.quintet.dev.start;

/// A file of a template.
///
/// @param path below the template, with forward slashes; may hold places for names
/// @param bytes what is in it
@SuppressWarnings("ArrayRecordComponent") // never compared
record TemplateFile(String path, byte[] bytes) {}
