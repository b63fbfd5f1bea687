package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A regular expression as Django's URL lists have it, made one of Java's.
///
/// Named groups may be written in either language. Java allows no underscore in the name of a
/// group, so groups are counted, and their names kept apart.
///
/// @param java the expression in Java's words, for {@link Pattern#UNIX_LINES}
/// @param groups the names of the groups in order; `null` for one without a name
record PythonRegex(String java, List<@Nullable String> groups) {

    private static final String SPECIAL = "\\.^$*+?{}[]|()-&~# \t\n\r\f\u000b";

    /// {@return `text` with all that means something in an expression escaped, as `re.escape` does}
    static String escape(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
                out.append('\\');
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    static PythonRegex of(String python) {
        var out = new StringBuilder();
        var groups = new ArrayList<@Nullable String>();
        boolean inClass = false;
        for (int i = 0; i < python.length(); i++) {
            char c = python.charAt(i);
            if (c == '\\' && i + 1 < python.length()) {
                char next = python.charAt(++i);
                out.append(next == 'Z' ? "\\z" : "\\" + next);
            } else if (inClass) {
                if (c == ']' && python.charAt(i - 1) != '[') {
                    inClass = false;
                }
                // Java gives these a meaning inside of brackets that Python does not.
                out.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
            } else if (c == '[') {
                inClass = true;
                out.append(c);
                if (i + 1 < python.length() && python.charAt(i + 1) == '^') {
                    out.append(python.charAt(++i));
                }
                if (i + 1 < python.length() && python.charAt(i + 1) == ']') {
                    out.append("\\]");
                    i++;
                }
            } else if (c == '(') {
                i = group(python, i, out, groups);
            } else {
                out.append(c);
            }
        }
        return new PythonRegex(out.toString(), groups);
    }

    /// {@return this expression, ready to match; `$` and the classes mean what they mean in Python}
    Pattern compile(String shown) {
        try {
            return Pattern.compile(java, Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException malformed) {
            throw new RoutingException(
                    Problem.of("http.E025", "The route '" + shown + "' is no regular expression.")
                            .because(malformed.getDescription() + "."));
        }
    }

    /// {@return the expression in Java's words, for use inside of a group of another}
    String groupless() {
        if (!groups.isEmpty()) {
            throw new RoutingException(
                    Problem.of("http.E026", "The converter regex '" + java + "' has groups.")
                            .fixedBy("Write (?:...) instead of (...)."));
        }
        return java;
    }

    private static int group(
            String python, int at, StringBuilder out, List<@Nullable String> groups) {
        if (!python.startsWith("(?", at)) {
            groups.add(null);
            out.append('(');
            return at;
        }
        int name = -1;
        if (python.startsWith("(?P<", at)) {
            name = at + 4;
        } else if (python.startsWith("(?<", at)
                && !python.startsWith("(?<=", at)
                && !python.startsWith("(?<!", at)) {
            name = at + 3;
        }
        if (name >= 0) {
            int end = python.indexOf('>', name);
            groups.add(end < 0 ? "" : python.substring(name, end));
            out.append('(');
            return end < 0 ? python.length() : end;
        }
        if (python.startsWith("(?P=", at)) {
            int end = python.indexOf(')', at);
            String wanted = end < 0 ? "" : python.substring(at + 4, end);
            out.append("(?:\\").append(groups.indexOf(wanted) + 1).append(')');
            return end < 0 ? python.length() : end;
        }
        if (python.startsWith("(?#", at)) {
            int end = python.indexOf(')', at);
            return end < 0 ? python.length() : end;
        }
        out.append("(?");
        return at + 1;
    }
}
