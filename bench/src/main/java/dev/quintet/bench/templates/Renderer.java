package dev.quintet.bench.templates;

import java.io.IOException;

/// An engine with one page, ready to be made.
interface Renderer {

    /// {@return the page as UTF-8, as a server sends it}
    byte[] render() throws IOException;
}
