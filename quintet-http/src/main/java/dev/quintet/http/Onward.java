package dev.quintet.http;

/// What comes of a request at a {@link Passage}: it goes on, or it is answered here.
public sealed interface Onward permits Request, Response {}
