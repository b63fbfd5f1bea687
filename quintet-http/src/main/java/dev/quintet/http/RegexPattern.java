package dev.quintet.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern of `rePath()`. Django: `RegexPattern`.
final class RegexPattern extends PathPattern {

    private final Pattern regex;
    private final boolean whole;
    private final List<@Nullable String> groups;
    private final boolean named;

    /// Reads a regular expression.
    ///
    /// @param endpoint whether nothing may follow it
    /// @throws RoutingException when it is malformed
    RegexPattern(String text, boolean endpoint) {
        super(text);
        PythonRegex python = PythonRegex.of(text);
        this.regex = python.compile(text);
        this.whole = endpoint && text.endsWith("$");
        this.groups = python.groups();
        this.named = groups.stream().anyMatch(name -> name != null);
    }

    @Override
    int match(String path, int from, Captures captures) {
        Matcher m = regex.matcher(path).region(from, path.length());
        if (whole ? !m.matches() : !m.find()) {
            return -1;
        }
        for (int i = 0; i < groups.size(); i++) {
            if (!named || groups.get(i) != null) {
                captures.add(m.group(i + 1));
            }
        }
        return m.end();
    }

    @Override
    List<String> names() {
        var names = new ArrayList<String>();
        for (int i = 0; i < groups.size(); i++) {
            String name = groups.get(i);
            if (name != null) {
                names.add(name);
            } else if (!named) {
                names.add("_" + i);
            }
        }
        return names;
    }

    @Override
    List<Class<?>> types() {
        return names().stream().<Class<?>>map(name -> String.class).toList();
    }

    @Override
    boolean positional() {
        return !named;
    }

    @Override
    Map<String, Converter<?>> converters() {
        return Map.of();
    }

    @Override
    String pythonRegex() {
        return text;
    }

    @Override
    String literalPrefix() {
        if (!text.startsWith("^") || text.indexOf('|') >= 0) {
            return "";
        }
        int end = 1;
        while (end < text.length() && "\\.^$*+?{}[]()".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean counted = end < text.length() && "*+?{".indexOf(text.charAt(end)) >= 0;
        return text.substring(1, Math.max(1, counted ? end - 1 : end));
    }

    @Override
    List<Segment> segments() {
        var segments = new ArrayList<Segment>();
        String prefix = literalPrefix();
        int start = 0;
        for (int slash = prefix.indexOf('/'); slash >= 0; slash = prefix.indexOf('/', start)) {
            segments.add(new Segment(prefix.substring(start, slash), false));
            start = slash + 1;
        }
        segments.add(new Segment(null, true));
        return segments;
    }
}
