package dev.quintet.kernel.i18n;

import dev.quintet.kernel.error.Problem;
import java.util.function.LongUnaryOperator;

/// Which plural form a number takes: the `Plural-Forms` of a gettext catalogue.
///
/// Immutable, safe for many threads.
public final class PluralRule {

    /// One form for 1 and one for all others, as in English.
    public static final PluralRule GERMANIC = parse("nplurals=2; plural=(n != 1);");

    private static final int LONGEST = 1000;
    private static final int DEEPEST = 50;

    private final String source;
    private final String written;
    private final int forms;
    private final LongUnaryOperator expression;

    private PluralRule(String source, String written, int forms, LongUnaryOperator expression) {
        this.source = source;
        this.written = written;
        this.forms = forms;
        this.expression = expression;
    }

    /// {@return the rule of a header such as `nplurals=2; plural=(n != 1);`}
    ///
    /// @throws CatalogueException when it is not one
    public static PluralRule parse(String header) {
        int count = header.indexOf("nplurals=");
        int plural = header.indexOf("plural=", count < 0 ? 0 : count + 9);
        if (count < 0 || plural < 0 || header.length() > LONGEST) {
            throw wrong(header, "'nplurals=N; plural=EXPRESSION;' was expected");
        }
        int end = header.indexOf(';', plural);
        String expression = header.substring(plural + 7, end < 0 ? header.length() : end);
        int at = count + 9;
        int forms = 0;
        while (at < header.length() && Character.isDigit(header.charAt(at)) && forms < 100) {
            forms = forms * 10 + Character.digit(header.charAt(at++), 10);
        }
        if (forms < 1) {
            throw wrong(header, "nplurals is at least 1");
        }
        return new PluralRule(
                header, expression.strip(), forms, new Parser(expression, header).whole());
    }

    private static CatalogueException wrong(String header, String cause) {
        return new CatalogueException(
                Problem.of("kernel.E070", "Cannot read the plural rule '" + header + "'.")
                        .because(cause + ".")
                        .fixedBy(
                                "Copy the Plural-Forms line from another catalogue of the"
                                        + " language."));
    }

    /// {@return the number of forms}
    public int forms() {
        return forms;
    }

    /// {@return the form for a number, from 0; never beyond the last}
    public int index(long number) {
        long index = expression.applyAsLong(Math.abs(number));
        return index < 0 || index >= forms ? forms - 1 : (int) index;
    }

    /// {@return the expression as written, such as `(n != 1)`: C, and JavaScript}
    public String expression() {
        return written;
    }

    /// {@return the header that it was read from}
    @Override
    public String toString() {
        return source;
    }

    /// C's expressions over one variable: `?:`, `||`, `&&`, comparisons, `+ - * / %`, `!`.
    private static final class Parser {

        private static final String[][] LEVELS = {
            {"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}
        };

        private final String text;
        private final String header;
        private int at;
        private int depth;

        Parser(String text, String header) {
            this.text = text;
            this.header = header;
        }

        LongUnaryOperator whole() {
            LongUnaryOperator found = choice();
            skip();
            if (at < text.length()) {
                throw wrong(header, "'" + text.charAt(at) + "' was not expected");
            }
            return found;
        }

        private LongUnaryOperator choice() {
            if (++depth > DEEPEST) {
                throw wrong(header, "it is nested too deep");
            }
            LongUnaryOperator test = binary(0);
            skip();
            if (at < text.length() && text.charAt(at) == '?') {
                at++;
                LongUnaryOperator yes = choice();
                expect(':');
                LongUnaryOperator no = choice();
                depth--;
                return n -> test.applyAsLong(n) != 0 ? yes.applyAsLong(n) : no.applyAsLong(n);
            }
            depth--;
            return test;
        }

        private LongUnaryOperator binary(int level) {
            if (level == LEVELS.length) {
                return unary();
            }
            LongUnaryOperator left = binary(level + 1);
            while (true) {
                String operator = operator(LEVELS[level]);
                if (operator.isEmpty()) {
                    return left;
                }
                left = apply(operator, left, binary(level + 1));
            }
        }

        private String operator(String[] candidates) {
            skip();
            for (String candidate : candidates) {
                if (text.startsWith(candidate, at)) {
                    at += candidate.length();
                    return candidate;
                }
            }
            return "";
        }

        private static LongUnaryOperator apply(
                String operator, LongUnaryOperator a, LongUnaryOperator b) {
            return switch (operator) {
                case "||" -> n -> truth(a.applyAsLong(n) != 0 || b.applyAsLong(n) != 0);
                case "&&" -> n -> truth(a.applyAsLong(n) != 0 && b.applyAsLong(n) != 0);
                case "==" -> n -> truth(a.applyAsLong(n) == b.applyAsLong(n));
                case "!=" -> n -> truth(a.applyAsLong(n) != b.applyAsLong(n));
                case "<=" -> n -> truth(a.applyAsLong(n) <= b.applyAsLong(n));
                case ">=" -> n -> truth(a.applyAsLong(n) >= b.applyAsLong(n));
                case "<" -> n -> truth(a.applyAsLong(n) < b.applyAsLong(n));
                case ">" -> n -> truth(a.applyAsLong(n) > b.applyAsLong(n));
                case "+" -> n -> a.applyAsLong(n) + b.applyAsLong(n);
                case "-" -> n -> a.applyAsLong(n) - b.applyAsLong(n);
                case "*" -> n -> a.applyAsLong(n) * b.applyAsLong(n);
                case "/" -> n -> divided(a.applyAsLong(n), b.applyAsLong(n), false);
                default -> n -> divided(a.applyAsLong(n), b.applyAsLong(n), true);
            };
        }

        private static long truth(boolean value) {
            return value ? 1 : 0;
        }

        private static long divided(long a, long b, boolean remainder) {
            if (b == 0) {
                return 0;
            }
            return remainder ? a % b : a / b;
        }

        private LongUnaryOperator unary() {
            skip();
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (c == '!') {
                at++;
                if (++depth > DEEPEST) {
                    throw wrong(header, "it is nested too deep");
                }
                LongUnaryOperator inner = unary();
                depth--;
                return n -> truth(inner.applyAsLong(n) == 0);
            }
            if (c == '(') {
                at++;
                LongUnaryOperator inner = choice();
                expect(')');
                return inner;
            }
            if (c == 'n') {
                at++;
                return n -> n;
            }
            long value = 0;
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = Math.min(value * 10 + text.charAt(at++) - '0', Integer.MAX_VALUE);
            }
            if (at == start) {
                throw wrong(header, "a number, 'n' or '(' was expected at its end");
            }
            long constant = value;
            return n -> constant;
        }

        private void expect(char c) {
            skip();
            if (at >= text.length() || text.charAt(at) != c) {
                throw wrong(header, "'" + c + "' was expected");
            }
            at++;
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
