package dev.quintet.http;

/// Who makes a request, as far as this floor cares. The module that knows users hangs its own on
/// the request, under {@link #KEY}.
public interface Visitor {

    /// Where it is hung on a request.
    RequestKey<Visitor> KEY = RequestKey.named("visitor");

    /// {@return whether this is somebody, and not just anybody}
    boolean signedIn();
}
