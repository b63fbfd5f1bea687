package dev.quintet.template;

import java.util.List;
import java.util.Set;

/// A part of a page that is kept, with the static files that its components need: a page that gets
/// it from the cache has to attach them too.
///
/// @param html the part
/// @param assets paths of static files
record Fragment(String html, List<String> assets) {

    /// Ends the list of assets, which comes first where there is one.
    private static final String END = "\0\0";

    /// {@return what `body` renders}
    static Fragment make(Frame frame, Node body) {
        Set<String> before = frame.page().record();
        Set<String> assets = Set.of();
        String html;
        try {
            html = frame.capture(body);
        } finally {
            assets = frame.page().recorded(before);
        }
        return new Fragment(html, List.copyOf(assets));
    }

    /// {@return what {@link #toString} wrote}
    static Fragment read(String kept) {
        if (kept.isEmpty() || kept.charAt(0) != 0) {
            return new Fragment(kept, List.of());
        }
        int end = kept.indexOf(END, 1);
        String list = end < 0 ? "" : kept.substring(1, end);
        return new Fragment(
                end < 0 ? "" : kept.substring(end + END.length()),
                list.isEmpty() ? List.of() : List.of(list.split("\0", -1)));
    }

    /// {@return both as one text: the HTML alone, where there are no assets}
    @Override
    public String toString() {
        boolean bare = assets.isEmpty() && (html.isEmpty() || html.charAt(0) != 0);
        return bare ? html : "\0" + String.join("\0", assets) + END + html;
    }
}
