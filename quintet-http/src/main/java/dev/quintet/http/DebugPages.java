package dev.quintet.http;

/// The pages that a developer sees instead of {@link ErrorPages}, with all that is known of a
/// failure. Found by {@link java.util.ServiceLoader}, and asked only where `DEBUG` is on.
public interface DebugPages extends ErrorPages {}
