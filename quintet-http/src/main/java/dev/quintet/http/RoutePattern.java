package dev.quintet.http;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern of `path()`: text, and captures in angle brackets. Django: `RoutePattern`.
///
/// Where each capture ends at a character that it cannot hold, which is nearly always, it is
/// matched by walking the path once; else by a regular expression.
final class RoutePattern extends PathPattern {

    private static final Pattern CAPTURE = Pattern.compile("<(?:([^>:]+):)?([^>]+)>");

    /// Text, or a capture.
    private record Element(
            @Nullable String literal,
            @Nullable String name,
            @Nullable Converter<?> converter,
            Kind kind) {}

    /// Which pieces a capture takes, as far as that can be walked.
    private enum Kind {
        TEXT,
        INT,
        STR,
        SLUG,
        UUIDS,
        PATH,
        OWN;

        static Kind of(Converter<?> converter) {
            for (Map.Entry<String, Converter<?>> each : Converters.BUILT_IN.entrySet()) {
                if (each.getValue().equals(converter)) {
                    return switch (each.getKey()) {
                        case "int" -> INT;
                        case "str" -> STR;
                        case "slug" -> SLUG;
                        case "uuid" -> UUIDS;
                        default -> PATH;
                    };
                }
            }
            return OWN;
        }

        /// {@return whether a piece may have this character}
        boolean holds(char c) {
            boolean digit = c >= '0' && c <= '9';
            return switch (this) {
                case INT -> digit;
                case STR -> c != '/';
                case SLUG ->
                        digit
                                || c == '-'
                                || c == '_'
                                || (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z');
                case PATH -> c != '\n';
                case TEXT, UUIDS, OWN -> false;
            };
        }
    }

    private final boolean endpoint;
    private final List<Element> elements = new ArrayList<>();
    private final Map<String, Converter<?>> converters = new LinkedHashMap<>();
    private final @Nullable Pattern regex;

    /// Reads a pattern.
    ///
    /// @param endpoint whether nothing may follow it
    /// @throws RoutingException when it is malformed
    RoutePattern(String text, boolean endpoint, Map<String, Converter<?>> known) {
        super(text);
        this.endpoint = endpoint;
        Matcher m = CAPTURE.matcher(text);
        int at = 0;
        while (m.find()) {
            addLiteral(text.substring(at, m.start()));
            String kind = m.group(1);
            addCapture(
                    kind == null ? "str" : kind,
                    String.valueOf(m.group(2)),
                    String.valueOf(m.group()),
                    known);
            at = m.end();
        }
        addLiteral(text.substring(at));
        this.regex = isPlain() ? null : Pattern.compile(javaRegex(), Pattern.UNIX_LINES);
    }

    @Override
    int match(String path, int from, Captures captures) {
        int before = captures.size();
        int end = regex == null ? walk(path, from, captures) : search(path, from, captures);
        if (end < 0) {
            captures.cutTo(before);
        }
        return end;
    }

    @Override
    List<String> names() {
        return List.copyOf(converters.keySet());
    }

    @Override
    List<Class<?>> types() {
        var types = new ArrayList<Class<?>>();
        converters.values().forEach(converter -> types.add(converter.type()));
        return types;
    }

    @Override
    Map<String, Converter<?>> converters() {
        return converters;
    }

    @Override
    String pythonRegex() {
        var out = new StringBuilder("^");
        for (Element element : elements) {
            if (element.converter() == null) {
                out.append(PythonRegex.escape(String.valueOf(element.literal())));
            } else {
                out.append("(?P<").append(element.name()).append('>');
                out.append(element.converter().regex()).append(')');
            }
        }
        return out.append(endpoint ? "\\Z" : "").toString();
    }

    @Override
    String literalPrefix() {
        String first = elements.isEmpty() ? null : elements.getFirst().literal();
        return first == null ? "" : first;
    }

    @Override
    List<Segment> segments() {
        var segments = new ArrayList<Segment>();
        var literal = new StringBuilder();
        boolean varies = false;
        for (Element element : elements) {
            if (element.literal() == null) {
                if (spansSlashes(element)) {
                    segments.add(new Segment(null, true));
                    return segments;
                }
                varies = true;
                continue;
            }
            String text = element.literal();
            int start = 0;
            for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', start)) {
                literal.append(text, start, slash);
                segments.add(new Segment(varies ? null : literal.toString(), false));
                literal.setLength(0);
                varies = false;
                start = slash + 1;
            }
            literal.append(text, start, text.length());
        }
        segments.add(new Segment(varies ? null : literal.toString(), false));
        return segments;
    }

    private void addLiteral(String literal) {
        if (!literal.isEmpty()) {
            elements.add(new Element(literal, null, null, Kind.TEXT));
        }
    }

    private void addCapture(
            String kind, String name, String whole, Map<String, Converter<?>> known) {
        if (whole.chars().anyMatch(Character::isWhitespace)) {
            throw wrong("http.E021", "has a space inside of " + whole, null, "Take it out.");
        }
        if (!isIdentifier(name)) {
            throw wrong(
                    "http.E022",
                    "captures under the name '" + name + "', which is none",
                    null,
                    "Use letters, digits and underscores.");
        }
        Converter<?> converter = known.get(kind);
        if (converter == null) {
            throw wrong(
                    "http.E023",
                    "uses the converter '" + kind + "', which is not known",
                    "Known are: "
                            + String.join(", ", known.keySet().stream().sorted().toList())
                            + ".",
                    Nearest.question(kind, known.keySet()));
        }
        if (converters.put(name, converter) != null) {
            throw wrong("http.E024", "captures '" + name + "' twice", null, "Rename one of them.");
        }
        elements.add(new Element(null, name, converter, Kind.of(converter)));
    }

    private RoutingException wrong(
            String code, String what, @Nullable String cause, @Nullable String fix) {
        return new RoutingException(
                Problem.of(code, "The route '" + text + "' " + what + ".")
                        .because(cause)
                        .fixedBy(fix));
    }

    private static boolean isIdentifier(String name) {
        char first = name.charAt(0);
        return (first == '_' || Character.isUnicodeIdentifierStart(first))
                && name.chars().allMatch(c -> c == '_' || Character.isUnicodeIdentifierPart(c));
    }

    // What can be matched by walking.

    private boolean isPlain() {
        for (int i = 0; i < elements.size(); i++) {
            Kind kind = elements.get(i).kind();
            boolean last = i == elements.size() - 1;
            String next = last ? null : elements.get(i + 1).literal();
            boolean stops =
                    switch (kind) {
                        case TEXT -> true;
                        case OWN -> false;
                        case PATH -> last && endpoint;
                        case UUIDS -> last || next != null;
                        case INT, STR, SLUG ->
                                last || (next != null && !kind.holds(next.charAt(0)));
                    };
            if (!stops) {
                return false;
            }
        }
        return true;
    }

    private static boolean spansSlashes(Element element) {
        return element.kind() == Kind.PATH || element.kind() == Kind.OWN;
    }

    private int walk(String path, int from, Captures captures) {
        int at = from;
        for (Element element : elements) {
            Converter<?> converter = element.converter();
            if (converter == null) {
                String literal = java.util.Objects.requireNonNull(element.literal());
                if (!path.startsWith(literal, at)) {
                    return -1;
                }
                at += literal.length();
                continue;
            }
            int end = at;
            int most = path.length();
            if (element.kind() == Kind.UUIDS) {
                end = Math.min(at + 36, most);
                if (!isUuid(path, at, end)) {
                    return -1;
                }
            } else {
                while (end < most && element.kind().holds(path.charAt(end))) {
                    end++;
                }
            }
            if (end == at || !capture(converter, path.substring(at, end), captures)) {
                return -1;
            }
            at = end;
        }
        return endpoint && at != path.length() ? -1 : at;
    }

    private static boolean isUuid(String path, int from, int to) {
        if (to - from != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = path.charAt(from + i);
            boolean right =
                    (i == 8 || i == 13 || i == 18 || i == 23)
                            ? c == '-'
                            : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private int search(String path, int from, Captures captures) {
        Matcher m =
                java.util.Objects.requireNonNull(regex).matcher(path).region(from, path.length());
        if (endpoint ? !m.matches() : !m.lookingAt()) {
            return -1;
        }
        int group = 1;
        for (Converter<?> converter : converters.values()) {
            if (!capture(converter, String.valueOf(m.group(group++)), captures)) {
                return -1;
            }
        }
        return m.end();
    }

    private String javaRegex() {
        var out = new StringBuilder();
        for (Element element : elements) {
            if (element.converter() == null) {
                out.append(Pattern.quote(String.valueOf(element.literal())));
            } else {
                out.append('(');
                out.append(PythonRegex.of(element.converter().regex()).groupless()).append(')');
            }
        }
        return out.toString();
    }

    private static boolean capture(Converter<?> converter, String piece, Captures captures) {
        try {
            captures.add(converter.parse(piece));
            return true;
        } catch (IllegalArgumentException noValue) {
            return false;
        }
    }
}
