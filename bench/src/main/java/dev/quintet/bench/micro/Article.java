package dev.quintet.bench.micro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The text that the benchmarks of text work on; the script that times Django reads the same file.
final class Article {

    private static final int ABOUT_TEN_KILOBYTES = 10;

    private Article() {}

    /// Plain text of 10 KB, with links, quotes and a few brackets.
    static String text() {
        return once().repeat(ABOUT_TEN_KILOBYTES);
    }

    /// The same as paragraphs of HTML.
    static String html() {
        var out = new StringBuilder();
        text().lines()
                .forEach(line ->
                        out.append("<p class=\"line\">")
                                .append(line.replace("<", "&lt;"))
                                .append("</p>\n"));
        return out.toString();
    }

    private static String once() {
        try (InputStream file =
                Objects.requireNonNull(Article.class.getResourceAsStream("article.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
