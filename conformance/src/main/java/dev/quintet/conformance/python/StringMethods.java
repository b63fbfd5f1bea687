package dev.quintet.conformance.python;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Methods of text.
final class StringMethods {

    private StringMethods() {}

    static Object of(String text, String name) {
        Function method =
                switch (name) {
                    case "upper" -> _ -> text.toUpperCase(Locale.ROOT);
                    case "lower" -> _ -> text.toLowerCase(Locale.ROOT);
                    case "casefold" -> _ -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
                    case "title" -> _ -> title(text);
                    case "capitalize" ->
                            _ ->
                                    text.isEmpty()
                                            ? text
                                            : first(text) + rest(text).toLowerCase(Locale.ROOT);
                    case "swapcase" -> _ -> swapped(text);
                    case "strip" -> arguments -> strip(text, arguments, true, true);
                    case "lstrip" -> arguments -> strip(text, arguments, true, false);
                    case "rstrip" -> arguments -> strip(text, arguments, false, true);
                    case "startswith" -> arguments -> any(arguments.get(0), text::startsWith);
                    case "endswith" -> arguments -> any(arguments.get(0), text::endsWith);
                    case "replace" ->
                            arguments -> text.replace(string(arguments, 0), string(arguments, 1));
                    case "split" -> arguments -> split(text, arguments);
                    case "rsplit" -> arguments -> split(text, arguments);
                    case "splitlines" ->
                            _ -> new ArrayList<@Nullable Object>(text.lines().toList());
                    case "join" ->
                            arguments -> String.join(text, Formatting.texts(arguments.get(0)));
                    case "format" -> arguments -> Formatting.braces(text, arguments);
                    case "find" -> arguments -> (long) text.indexOf(string(arguments, 0));
                    case "index" -> arguments -> index(text, string(arguments, 0));
                    case "count" -> arguments -> count(text, string(arguments, 0));
                    case "zfill" -> arguments -> padded(text, arguments, "0", "=");
                    case "ljust" -> arguments -> padded(text, arguments, " ", "<");
                    case "rjust" -> arguments -> padded(text, arguments, " ", ">");
                    case "center" -> arguments -> padded(text, arguments, " ", "^");
                    case "encode" -> _ -> text.getBytes(StandardCharsets.UTF_8);
                    case "isdigit", "isnumeric", "isdecimal" -> _ -> all(text, Character::isDigit);
                    case "isalpha" -> _ -> all(text, Character::isLetter);
                    case "isalnum" -> _ -> all(text, Character::isLetterOrDigit);
                    case "isspace" -> _ -> all(text, Character::isWhitespace);
                    case "isupper" ->
                            _ ->
                                    text.equals(text.toUpperCase(Locale.ROOT))
                                            && text.chars().anyMatch(Character::isUpperCase);
                    case "islower" ->
                            _ ->
                                    text.equals(text.toLowerCase(Locale.ROOT))
                                            && text.chars().anyMatch(Character::isLowerCase);
                    case "removeprefix" ->
                            arguments ->
                                    text.startsWith(string(arguments, 0))
                                            ? text.substring(string(arguments, 0).length())
                                            : text;
                    case "removesuffix" ->
                            arguments ->
                                    text.endsWith(string(arguments, 0))
                                            ? text.substring(
                                                    0,
                                                    text.length() - string(arguments, 0).length())
                                            : text;
                    case "partition" ->
                            arguments ->
                                    partition(
                                            text,
                                            string(arguments, 0),
                                            text.indexOf(string(arguments, 0)));
                    case "rpartition" ->
                            arguments ->
                                    partition(
                                            text,
                                            string(arguments, 0),
                                            text.lastIndexOf(string(arguments, 0)));
                    default -> null;
                };
        return method == null ? PythonObject.MISSING : method;
    }

    private static String string(Arguments arguments, int index) {
        if (arguments.get(index) instanceof String text) {
            return text;
        }
        throw PythonError.type("must be str, not " + Values.typeName(arguments.get(index)));
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private static String rest(String text) {
        return text.substring(text.offsetByCodePoints(0, 1));
    }

    private static String title(String text) {
        var titled = new StringBuilder();
        boolean within = false;
        for (int point : text.codePoints().toArray()) {
            titled.appendCodePoint(
                    within ? Character.toLowerCase(point) : Character.toTitleCase(point));
            within = Character.isLetter(point);
        }
        return titled.toString();
    }

    private static String swapped(String text) {
        var swapped = new StringBuilder();
        text.codePoints()
                .map(one ->
                        Character.isUpperCase(one)
                                ? Character.toLowerCase(one)
                                : Character.toUpperCase(one))
                .forEach(swapped::appendCodePoint);
        return swapped.toString();
    }

    private static String strip(String text, Arguments arguments, boolean left, boolean right) {
        String of = arguments.size() == 0 || arguments.get(0) == null ? null : string(arguments, 0);
        IntPredicate stripped =
                one -> of == null ? Character.isWhitespace(one) : of.indexOf(one) >= 0;
        int from = 0;
        int to = text.length();
        while (left && from < to && stripped.test(text.charAt(from))) {
            from++;
        }
        while (right && to > from && stripped.test(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean any(@Nullable Object of, java.util.function.Predicate<String> test) {
        return of instanceof Tuple several
                ? several.stream().anyMatch(one -> test.test(Values.text(one)))
                : test.test(Values.text(of));
    }

    private static List<@Nullable Object> split(String text, Arguments arguments) {
        Object by = arguments.get(0, "sep", null);
        long most = Values.integer(arguments.get(1, "maxsplit", -1L));
        int limit = most < 0 ? -1 : (int) most + 1;
        String[] parts =
                by == null
                        ? text.strip().split("\\s+", limit)
                        : text.split(java.util.regex.Pattern.quote(Values.text(by)), limit);
        List<@Nullable Object> list = new ArrayList<>();
        for (String part : parts) {
            if (by != null || !part.isEmpty()) {
                list.add(part);
            }
        }
        return list;
    }

    private static long index(String text, String part) {
        int at = text.indexOf(part);
        if (at < 0) {
            throw PythonError.value("substring not found");
        }
        return at;
    }

    private static long count(String text, String part) {
        int less = text.length() - text.replace(part, "").length();
        return (long) less / Math.max(1, part.length());
    }

    private static String padded(String text, Arguments arguments, String fill, String align) {
        String with = arguments.size() > 1 ? string(arguments, 1) : fill;
        return Formatting.aligned(
                text, Math.toIntExact(Values.integer(arguments.get(0))), with, align);
    }

    private static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    private static Tuple partition(String text, String by, int at) {
        return at < 0
                ? Tuple.of(text, "", "")
                : Tuple.of(text.substring(0, at), by, text.substring(at + by.length()));
    }
}
