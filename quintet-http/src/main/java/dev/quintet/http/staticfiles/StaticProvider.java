package dev.quintet.http.staticfiles;

/// Static files that a module brings which is no app, such as the scripts of its widgets. Found by
/// {@link java.util.ServiceLoader}; those of the site and of its apps come first.
public interface StaticProvider {

    /// {@return where its files are}
    StaticSource source();
}
