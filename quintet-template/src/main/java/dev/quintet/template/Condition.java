package dev.quintet.template;

import dev.quintet.template.value.Compare;
import dev.quintet.template.value.Truth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What stands behind `if`: values joined by operators. Gives {@link Missing#ABSENT} where an
/// argument of a filter is unknown; every operator takes that for false.
interface Condition {

    @Nullable Object eval(Frame frame);

    /// {@return whether the condition holds}
    default boolean holds(Frame frame) {
        Object value = eval(frame);
        return value != Missing.ABSENT && Truth.of(value);
    }

    /// {@return the condition that `words` say}
    static Condition parse(Parser parser, Token token, List<String> words) {
        return new Reader(parser, token, words).all();
    }

    /// Reads by precedence, as Pratt taught.
    final class Reader {

        private static final int DEEPEST = 200;

        private final Parser parser;
        private final Token token;
        private final List<String> words;
        private int at;
        private int depth;

        private Reader(Parser parser, Token token, List<String> words) {
            this.parser = parser;
            this.token = token;
            this.words = join(words);
        }

        private static List<String> join(List<String> words) {
            var joined = new java.util.ArrayList<String>(words.size());
            for (int i = 0; i < words.size(); i++) {
                String following = i + 1 < words.size() ? words.get(i + 1) : "";
                if ((words.get(i).equals("is") && following.equals("not"))
                        || (words.get(i).equals("not") && following.equals("in"))) {
                    joined.add(words.get(i) + " " + following);
                    i++;
                } else {
                    joined.add(words.get(i));
                }
            }
            return joined;
        }

        private Condition all() {
            Condition whole = expression(0);
            if (at < words.size()) {
                throw parser.error(
                        token, "Unused '" + words.get(at) + "' at end of if expression.");
            }
            return whole;
        }

        private Condition expression(int above) {
            if (++depth > DEEPEST) {
                throw parser.error(token, "The condition is nested too deeply.");
            }
            Condition left = prefix();
            while (at < words.size() && power(words.get(at)) > above) {
                String operator = words.get(at++);
                if (operator.equals("not")) {
                    throw parser.error(token, "Not expecting 'not' as infix operator in if tag.");
                }
                left = infix(operator, left, expression(power(operator)));
            }
            depth--;
            return left;
        }

        private Condition prefix() {
            if (at >= words.size()) {
                throw parser.error(token, "Unexpected end of expression in if tag.");
            }
            String word = words.get(at++);
            if (word.equals("not")) {
                Condition inner = expression(8);
                return frame -> {
                    Object value = inner.eval(frame);
                    return value != Missing.ABSENT && !Truth.of(value);
                };
            }
            if (power(word) > 0) {
                throw parser.error(
                        token, "Not expecting '" + word + "' in this position in if tag.");
            }
            Value value = parser.value(token, word);
            return value::orNull;
        }

        private static int power(String word) {
            return switch (word) {
                case "or" -> 6;
                case "and" -> 7;
                case "not" -> 8;
                case "in", "not in" -> 9;
                case "is", "is not", "==", "!=", ">", ">=", "<", "<=" -> 10;
                default -> 0;
            };
        }

        private static Condition infix(String operator, Condition left, Condition right) {
            return switch (operator) {
                case "or" ->
                        frame -> {
                            Object first = left.eval(frame);
                            if (first == Missing.ABSENT) {
                                return false;
                            }
                            return Truth.of(first) ? first : known(right.eval(frame));
                        };
                case "and" ->
                        frame -> {
                            Object first = left.eval(frame);
                            if (first == Missing.ABSENT) {
                                return false;
                            }
                            return Truth.of(first) ? known(right.eval(frame)) : first;
                        };
                default -> {
                    Test test = test(operator);
                    yield frame -> {
                        Object a = left.eval(frame);
                        Object b = right.eval(frame);
                        if (a == Missing.ABSENT || b == Missing.ABSENT) {
                            return false;
                        }
                        if (frame.engine.sandbox() != null) {
                            frame.spend(1 + Sandbox.search(a, b));
                        }
                        return test.of(a, b);
                    };
                }
            };
        }

        private static @Nullable Object known(@Nullable Object value) {
            return value == Missing.ABSENT ? false : value;
        }

        private static Test test(String operator) {
            return switch (operator) {
                case "in" -> (a, b) -> Boolean.TRUE.equals(Compare.contains(b, a));
                case "not in" -> (a, b) -> Boolean.FALSE.equals(Compare.contains(b, a));
                case "is" -> Reader::same;
                case "is not" -> (a, b) -> !same(a, b);
                case "==" -> Compare::equal;
                case "!=" -> (a, b) -> !Compare.equal(a, b);
                case ">" -> (a, b) -> ordered(a, b, 1, 1);
                case ">=" -> (a, b) -> ordered(a, b, 0, 1);
                case "<" -> (a, b) -> ordered(a, b, -1, -1);
                default -> (a, b) -> ordered(a, b, -1, 0);
            };
        }

        private static boolean ordered(@Nullable Object a, @Nullable Object b, int from, int to) {
            Integer order = Compare.order(a, b);
            return order != null && Integer.signum(order) >= from && Integer.signum(order) <= to;
        }

        @SuppressWarnings("ReferenceEquality") // identity is what the operator asks for
        private static boolean same(@Nullable Object a, @Nullable Object b) {
            return a == b
                    || (a != null
                            && b != null
                            && a.getClass() == b.getClass()
                            && isValue(a)
                            && Objects.equals(a, b));
        }

        /// Types whose objects have no identity worth asking for.
        private static boolean isValue(Object value) {
            return value instanceof Boolean
                    || value instanceof Number
                    || value instanceof CharSequence;
        }

        private interface Test {
            boolean of(@Nullable Object a, @Nullable Object b);
        }
    }
}
