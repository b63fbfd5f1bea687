package dev.quintet.conformance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where Quintet means to differ; the reasons are in `known-differences.md`, under the same titles.
final class KnownDifferences {

    private KnownDifferences() {}

    /// One behaviour.
    ///
    /// @param title the heading in `known-differences.md`
    /// @param file whose cases may show it
    /// @param shows whether a failed case shows it, by what was asked and what came; never by its
    ///   id
    record Difference(String title, String file, BiPredicate<Case, Outcome.Failed> shows) {}

    private static final Pattern MULTI_TABLE = Pattern.compile("\\b(Magazine|Newspaper)\\b");
    private static final Pattern LONG_NUMBER = Pattern.compile("/[0-9]{19,}/");

    /// The one list to add to.
    static List<Difference> all() {
        return List.of(
                new Difference(
                        "Texts are one type, and so are whole numbers",
                        "queries",
                        (asked, came) ->
                                String.valueOf(asked.raw("message"))
                                                .startsWith("Expression contains mixed types")
                                        && !String.valueOf(came.got()).contains("PythonError")),
                new Difference(
                        "Deleting looks for rows of sibling models",
                        "queries",
                        (asked, came) ->
                                String.valueOf(came.expected()).endsWith(" statements")
                                        && asked.text("django").contains(".delete()")
                                        && MULTI_TABLE.matcher(asked.text("django")).find()),
                new Difference(
                        "A whole number of a route is a long",
                        "urls",
                        (c, failed) ->
                                "Resolver404".equals(failed.got())
                                        && c.has("path")
                                        && LONG_NUMBER.matcher(c.text("path")).find()),
                new Difference(
                        "What users log in as is not recorded",
                        "migrations",
                        (c, failed) ->
                                failed.expected() instanceof List<?> expected
                                        && failed.got() instanceof List<?> got
                                        && expected.size() == got.size()
                                        && expected.containsAll(got)
                                        && expected.stream()
                                                .allMatch(one ->
                                                        String.valueOf(one)
                                                                .startsWith("CreateModel["))),
                new Difference(
                        "SameSite is written with a capital",
                        "utils",
                        (c, failed) ->
                                failed.expected() instanceof String text
                                        && text.contains("SameSite=")
                                        && text.equalsIgnoreCase(String.valueOf(failed.got()))),
                new Difference(
                        "An ampersand near the end of cut HTML",
                        "utils",
                        (asked, came) ->
                                asked.area().startsWith("text.Truncator")
                                        && String.valueOf(asked.list("args").getFirst())
                                                .contains("&")
                                        && String.valueOf(came.expected()).isEmpty()),
                new Difference(
                        "A debugging text of a time is no Python",
                        "filters",
                        (asked, came) ->
                                String.valueOf(came.expected()).contains("datetime.")
                                        && !String.valueOf(came.got()).contains("datetime.")),
                new Difference(
                        "A date beside a moment",
                        "filters",
                        (asked, came) ->
                                asked.area().matches("timesince|timeuntil")
                                        && "".equals(came.expected())
                                        && isDate(asked.list("args").getFirst())),
                new Difference(
                        "A full stop behind a bracket behind a link",
                        "filters",
                        (asked, came) ->
                                asked.area().startsWith("urlize")
                                        && came.expected() instanceof String less
                                        && came.got() instanceof String more
                                        && more.length() > less.length()
                                        && more.replaceAll("\\)[.,:;!]+", ")")
                                                .equals(less.replaceAll("\\)[.,:;!]+", ")"))),
                new Difference(
                        "The names of offsets",
                        "templates",
                        (asked, came) ->
                                came.expected() instanceof String bare
                                        && bare.matches("[-+]\\d{4}")
                                        && ("UTC" + bare.substring(0, 3) + ":" + bare.substring(3))
                                                .equals(came.got())),
                new Difference(
                        "Languages write their own names",
                        "templates",
                        (asked, came) ->
                                asked.area().startsWith("syntax.i18n")
                                        && came.expected() instanceof String text
                                        && text.equalsIgnoreCase(String.valueOf(came.got()))),
                new Difference(
                        "A field of whole numbers fits 64 bits",
                        "forms",
                        (asked, came) ->
                                came.expected() instanceof BigInteger
                                        || asked.raw("cleaned") instanceof BigInteger),
                new Difference(
                        "What is JSON",
                        "forms",
                        (asked, came) ->
                                asked.area().equals("JSONField")
                                        && (String.valueOf(asked.raw("input"))
                                                        .matches("-?(NaN|Infinity)")
                                                || came.got() instanceof BigDecimal)),
                new Difference(
                        "Errors are tied to their fields",
                        "forms",
                        (asked, came) ->
                                asked.area().matches("form|formset")
                                        && String.valueOf(came.expected())
                                                .equals(untied(String.valueOf(came.got())))),
                new Difference(
                        "Durations and numbers fit 64 bits",
                        "utils",
                        (asked, came) ->
                                came.expected() instanceof BigInteger
                                        || asked.raw("result") instanceof BigInteger));
    }

    private static boolean isDate(@Nullable Object json) {
        return json instanceof Map<?, ?> tagged && tagged.containsKey("$date");
    }

    /// HTML without the ids of lists of errors, and without mention of them.
    private static String untied(String html) {
        return html.replaceAll("(<ul class=\"errorlist\") id=\"[^\"]*_error\"", "$1")
                .replaceAll("(aria-describedby=\"[^\"]*?) ?[^\" ]+_error\"", "$1\"")
                .replaceAll(" aria-describedby=\"\"", "");
    }

    /// {@return the difference that a failed case shows, or `null` when it is simply wrong}
    static @Nullable Difference of(String file, Case recorded, Outcome.Failed failed) {
        for (Difference difference : all()) {
            if (difference.file().equals(file) && difference.shows().test(recorded, failed)) {
                return difference;
            }
        }
        return null;
    }
}
