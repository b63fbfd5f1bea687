package dev.quintet.http.staticfiles;

import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The elements that bring what Vite makes into a page.
final class ViteTags {

    private final StaticFiles files;
    private final String nonce;
    private final Set<String> elements = new LinkedHashSet<>();

    /// @param nonce of the page's content security policy, or `null`
    ViteTags(StaticFiles files, @Nullable String nonce) {
        this.files = files;
        this.nonce = nonce == null ? "" : " nonce=\"" + Escape.html(nonce) + "\"";
    }

    /// {@return the elements for sources as Vite built them: styles, scripts, and what those need}
    SafeString built(ViteBuild build, List<String> sources) {
        for (String source : sources) {
            ViteBuild.Chunk entry = build.entry(source);
            List<ViteBuild.Chunk> needed = build.needed(entry);
            entry.styles().forEach(this::style);
            needed.forEach(chunk -> chunk.styles().forEach(this::style));
            if (entry.file().endsWith(".css")) {
                style(entry.file());
            } else {
                script(files.url(entry.file()));
            }
            needed.forEach(chunk -> link("modulepreload", chunk.file()));
        }
        return html();
    }

    /// {@return the elements for sources as Vite's server gives them, which shows changes at once}
    ///
    /// The client of that server gives the nonce that it finds in the page to the styles that it
    /// adds.
    SafeString served(List<String> sources) {
        if (!nonce.isEmpty()) {
            elements.add("<meta property=\"csp-nonce\"" + nonce + ">");
        }
        script(files.prefix() + "@vite/client");
        sources.forEach(source -> script(files.url(source)));
        return html();
    }

    /// {@return what React's components need before the first of them, to be changed while they are
    /// shown}
    SafeString reactRefresh() {
        String runtime = Escape.js(files.prefix() + "@react-refresh");
        elements.add(
                "<script type=\"module\""
                        + nonce
                        + ">import refresh from \""
                        + runtime
                        + "\"; refresh.injectIntoGlobalHook(window);"
                        + " window.$RefreshReg$ = () => {};"
                        + " window.$RefreshSig$ = () => type => type;"
                        + " window.__vite_plugin_react_preamble_installed__ = true;</script>");
        return html();
    }

    private void style(String file) {
        link("stylesheet", file);
    }

    private void link(String what, String file) {
        String address = Escape.html(files.url(file));
        elements.add("<link rel=\"" + what + "\" href=\"" + address + "\"" + nonce + ">");
    }

    private void script(String address) {
        String from = Escape.html(address);
        elements.add("<script type=\"module\" src=\"" + from + "\"" + nonce + "></script>");
    }

    private SafeString html() {
        return new SafeString(String.join("\n", elements));
    }
}
