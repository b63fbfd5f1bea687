package dev.quintet.dev;

import dev.quintet.kernel.text.Escape;
import org.jspecify.annotations.Nullable;

/// Writes HTML: what is text is escaped, what is markup is a constant of this program.
final class Html {

    private final StringBuilder out = new StringBuilder(16 * 1024);

    /// Adds markup.
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /// Adds text, escaped.
    Html text(@Nullable Object text) {
        out.append(Escape.html(String.valueOf(text)));
        return this;
    }

    /// Adds an element that holds text.
    Html element(String tag, @Nullable Object text) {
        int space = tag.indexOf(' ');
        String name = space < 0 ? tag : tag.substring(0, space);
        return raw("<" + tag + ">").text(text).raw("</" + name + ">\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
