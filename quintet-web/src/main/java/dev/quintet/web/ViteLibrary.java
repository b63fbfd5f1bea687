package dev.quintet.web;

import dev.quintet.http.Request;
import dev.quintet.http.middleware.Csp;
import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.template.Library;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The tags `vite` and `vite_react_refresh`: scripts and styles that Vite makes.
final class ViteLibrary {

    private ViteLibrary() {}

    static Library of() {
        return Library.named("vite")
                .tag(
                        "vite",
                        call ->
                                show((files, nonce) ->
                                        files.vite(
                                                call.arguments().stream()
                                                        .map(String::valueOf)
                                                        .toList(),
                                                nonce)))
                .tag("vite_react_refresh", _ -> show(StaticFiles::viteReactRefresh));
    }

    private static SafeString show(BiFunction<StaticFiles, @Nullable String, SafeString> elements) {
        return elements.apply(
                Context.current().get(StaticFiles.KEY),
                Request.current().map(Csp::nonce).orElse(null));
    }
}
