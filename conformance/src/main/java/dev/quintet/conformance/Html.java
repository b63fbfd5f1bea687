package dev.quintet.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML as a browser sees it: white space between elements does not count, nor do line breaks
/// within text. Attributes keep their order.
final class Html {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Html() {}

    /// {@return the HTML's parts, a tag or a text each}
    static List<String> parts(String html) {
        var parts = new ArrayList<String>();
        Matcher tag = TAG.matcher(html);
        int done = 0;
        boolean exact = false;
        while (tag.find()) {
            text(html.substring(done, tag.start()), exact, parts);
            String found = SPACE.matcher(html.substring(tag.start(), tag.end())).replaceAll(" ");
            parts.add(found);
            exact = found.startsWith("<textarea") || found.startsWith("<pre");
            done = tag.end();
        }
        text(html.substring(done), exact, parts);
        return parts;
    }

    private static void text(String text, boolean exact, List<String> parts) {
        // A browser drops the first line break of a textarea.
        String shown =
                exact ? text.replaceFirst("^\n", "") : SPACE.matcher(text).replaceAll(" ").strip();
        if (!shown.isEmpty()) {
            parts.add(shown);
        }
    }
}
