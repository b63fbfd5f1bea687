package dev.quintet.template;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.text.SafeString;
import java.math.BigInteger;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Reads `name.part|filter:argument|filter` in one pass.
final class ValueParser {

    private final Parser parser;
    private final Token token;
    private final String text;
    private int at;

    ValueParser(Parser parser, Token token, String text) {
        this.parser = parser;
        this.token = token;
        this.text = text;
    }

    Value parse() {
        Operand first = operand();
        if (first == null) {
            throw text.startsWith("|")
                    ? error("Could not find variable at start of " + text + ".")
                    : remainder();
        }
        var calls = new ArrayList<Value.Call>();
        while (at < text.length()) {
            int bar = skipSpace(at);
            if (bar >= text.length() || text.charAt(bar) != '|') {
                throw remainder();
            }
            int from = skipSpace(bar + 1);
            int to = wordEnd(from);
            if (to == from) {
                throw remainder();
            }
            at = to;
            calls.add(call(text.substring(from, to)));
        }
        return new Value(text, first.variable, first.constant, calls.toArray(Value.Call[]::new));
    }

    private Value.Call call(String name) {
        Filter filter = parser.filter(name);
        if (filter == null) {
            throw parser.error(
                    token,
                    "template.E003",
                    "Invalid filter: '" + name + "'.",
                    Nearest.question(name, parser.filterNames()));
        }
        Operand argument = null;
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
            argument = operand();
            if (argument == null) {
                at--;
                throw remainder();
            }
        }
        if (argument == null && filter.argument() == Filter.Argument.REQUIRED) {
            throw error("The filter '" + name + "' requires an argument: " + name + ":\"...\".");
        }
        if (argument != null && filter.argument() == Filter.Argument.NONE) {
            throw error("The filter '" + name + "' takes no argument.");
        }
        return argument == null
                ? new Value.Call(filter, false, null, null)
                : new Value.Call(filter, true, argument.constant, argument.variable);
    }

    private record Operand(@Nullable Object constant, @Nullable Variable variable) {}

    private @Nullable Operand operand() {
        if (at >= text.length()) {
            return null;
        }
        boolean translated = text.startsWith("_(\"", at) || text.startsWith("_('", at);
        int open = translated ? at + 2 : at;
        char c = text.charAt(open);
        if (c == '"' || c == '\'') {
            int close = close(open);
            boolean whole = close > 0 && (!translated || text.startsWith(")", close + 1));
            if (whole) {
                String literal = unescape(text.substring(open + 1, close), c);
                at = translated ? close + 2 : close + 1;
                return translated
                        ? new Operand(parser.translated(literal), null)
                        : new Operand(new SafeString(literal), null);
            }
            if (!translated) {
                return null;
            }
        }
        int end = at;
        while (end < text.length() && (isWord(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        if (end == at) {
            end = signedNumberEnd(at);
        }
        if (end == at) {
            return null;
        }
        String word = text.substring(at, end);
        at = end;
        return name(word);
    }

    private Operand name(String word) {
        Number number = number(word);
        if (number != null) {
            return new Operand(number, null);
        }
        if (word.startsWith("_") || word.contains("._")) {
            throw error("Variables and attributes may not begin with underscores: '" + word + "'.");
        }
        ContextTypes types = parser.types;
        if (types != null) {
            types.use(word, token.place());
        }
        return new Operand(null, new Variable(word, parser.engine.access()));
    }

    /// A number as Django reads it: with a point or an exponent a floating one, else a whole one.
    static @Nullable Number number(String word) {
        char first = word.charAt(0);
        boolean digits = first >= '0' && first <= '9';
        boolean signed = first == '-' || first == '+' || first == '.';
        if ((!digits && !signed) || word.length() > 400) {
            return null;
        }
        try {
            if (word.indexOf('.') >= 0 || word.indexOf('e') >= 0 || word.indexOf('E') >= 0) {
                char last = word.charAt(word.length() - 1);
                return last == '.' || last == 'd' || last == 'f' || last == 'D' || last == 'F'
                        ? null
                        : (Number) Double.valueOf(word);
            }
            if (word.length() < 10) {
                return Integer.valueOf(word);
            }
            var whole = new BigInteger(word);
            return whole.bitLength() < 32
                    ? (Number) whole.intValue()
                    : whole.bitLength() < 64 ? (Number) whole.longValue() : whole;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private int signedNumberEnd(int from) {
        int end = from;
        char sign = text.charAt(end);
        if (sign == '-' || sign == '+') {
            end++;
        }
        if (end >= text.length() || !Character.isDigit(text.charAt(end))) {
            return from;
        }
        while (end < text.length() && "0123456789.e".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private int close(int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private static String unescape(String inner, char quote) {
        return inner.indexOf('\\') < 0
                ? inner
                : inner.replace("\\" + quote, String.valueOf(quote)).replace("\\\\", "\\");
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < text.length() && isWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private TemplateSyntaxException remainder() {
        return error(
                "Could not parse the remainder: '" + text.substring(at) + "' from '" + text + "'");
    }

    private TemplateSyntaxException error(String problem) {
        return parser.error(token, "template.E001", problem, null);
    }

    /// {@return whether `word` can name a variable: letters, digits and underscores, no digit
    /// first}
    static boolean isName(String word) {
        if (word.isEmpty() || Character.isDigit(word.charAt(0))) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (!isWord(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
