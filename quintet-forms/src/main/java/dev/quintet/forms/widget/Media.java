package dev.quintet.forms.widget;

import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Scripts and styles that widgets need, each once and in an order that suits all of them. A value.
///
/// Paths are those of static files; absolute addresses and paths from the root stay as they are.
/// Written with the nonce of the page's content security policy, where the site has one.
///
/// @param css lists of style sheets by the media that they are for: `all`, `print`
/// @param js scripts
public record Media(Map<String, List<String>> css, List<String> js) implements HtmlValue {

    /// Nothing.
    public static final Media NONE = new Media(Map.of(), List.of());

    /// Keeps copies.
    public Media {
        var copy = new LinkedHashMap<String, List<String>>();
        css.forEach((medium, sheets) -> copy.put(medium, List.copyOf(sheets)));
        css = java.util.Collections.unmodifiableMap(copy);
        js = List.copyOf(js);
    }

    /// {@return scripts}
    public static Media js(String... paths) {
        return new Media(Map.of(), List.of(paths));
    }

    /// {@return style sheets for all media}
    public static Media css(String... paths) {
        return new Media(Map.of("all", List.of(paths)), List.of());
    }

    /// {@return these and the others; what both have comes once}
    public Media and(Media other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        var sheets = new LinkedHashMap<>(css);
        other.css.forEach((medium, more) -> sheets.merge(medium, more, Media::merged));
        return new Media(sheets, merged(js, other.js));
    }

    /// {@return whether there is nothing}
    public boolean isEmpty() {
        return css.isEmpty() && js.isEmpty();
    }

    /// Keeps the order of both lists: before an element that both have comes all that stands before
    /// it in either. Where they disagree, the first list wins.
    private static List<String> merged(List<String> first, List<String> second) {
        var all = new LinkedHashSet<String>();
        int from = 0;
        for (String shared : first) {
            int at = second.indexOf(shared);
            if (at >= from) {
                all.addAll(second.subList(from, at));
                from = at + 1;
            }
            all.add(shared);
        }
        all.addAll(second.subList(from, second.size()));
        return new ArrayList<>(all);
    }

    /// {@return `link` and `script` elements, as the current site serves static files}
    @Override
    public SafeString toHtml() {
        return render(FormRenderer.current());
    }

    /// {@return `link` and `script` elements}
    public SafeString render(FormRenderer renderer) {
        var lines = new ArrayList<String>();
        String nonce = renderer.nonce();
        String guard = nonce == null ? "" : " nonce=\"" + Escape.html(nonce) + "\"";
        css.keySet().stream()
                .sorted()
                .forEach(medium -> {
                    for (String sheet : css.getOrDefault(medium, List.of())) {
                        lines.add(
                                "<link href=\""
                                        + Escape.html(renderer.url(sheet))
                                        + "\" media=\""
                                        + Escape.html(medium)
                                        + "\" rel=\"stylesheet\""
                                        + guard
                                        + ">");
                    }
                });
        for (String script : js) {
            lines.add(
                    "<script src=\""
                            + Escape.html(renderer.url(script))
                            + "\""
                            + guard
                            + "></script>");
        }
        return new SafeString(String.join("\n", lines));
    }

    @Override
    public String toString() {
        return toHtml().text();
    }
}
