package dev.quintet.conformance;

import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.Html;
import dev.quintet.kernel.text.NumberStyle;
import dev.quintet.kernel.text.Numbers;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.text.TextException;
import dev.quintet.kernel.text.Truncator;
import dev.quintet.kernel.text.Uris;
import dev.quintet.kernel.text.Urlize;
import dev.quintet.kernel.text.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Text: `django.utils.text`, `html`, `encoding`, `numberformat`, and the URLs of `http`.
final class UtilsTextPart implements Part {

    private static final Set<String> FUNCTIONS =
            Set.of(
                    "html.escape",
                    "html.conditional_escape",
                    "html.escapejs",
                    "html.linebreaks",
                    "html.smart_urlquote",
                    "html.strip_spaces_between_tags",
                    "html.strip_tags",
                    "html.urlize",
                    "text.Truncator.chars",
                    "text.Truncator.words",
                    "text.camel_case_to_spaces",
                    "text.capfirst",
                    "text.get_text_list",
                    "text.get_valid_filename",
                    "text.normalize_newlines",
                    "text.phone2numeric",
                    "text.slugify",
                    "text.smart_split",
                    "text.unescape_string_literal",
                    "text.wrap",
                    "encoding.escape_uri_path",
                    "encoding.filepath_to_uri",
                    "encoding.iri_to_uri",
                    "encoding.uri_to_iri",
                    "encoding.repercent_broken_unicode",
                    "http.base36_to_int",
                    "http.int_to_base36",
                    "http.escape_leading_slashes",
                    "http.is_same_domain",
                    "http.url_has_allowed_host_and_scheme",
                    "http.urlencode",
                    "numberformat.format");

    @Override
    public boolean covers(Case recorded) {
        return FUNCTIONS.contains(recorded.area());
    }

    @Override
    public Outcome run(Case c) {
        List<Object> args = Tagged.STANDARD.list(c.raw("args"));
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        c.object("kwargs").forEach((name, json) -> named.put(name, Tagged.STANDARD.decode(json)));
        Object got;
        try {
            got = call(c, args, named);
        } catch (TextException refused) {
            return c.has("error")
                    ? Outcome.passed()
                    : Outcome.failed(c.raw("result"), refused.problem().problem());
        }
        return c.has("error")
                ? Outcome.failed(c.raw("error"), got)
                : Outcome.compare(plain(c.value("result")), plain(got));
    }

    /// Without the mark of safe text, which is the caller's affair here.
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.toString();
            case byte[] bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            case List<?> list -> list.stream().map(UtilsTextPart::plain).toList();
            case null, default -> value;
        };
    }

    private static @Nullable Object call(
            Case c, List<Object> args, Map<String, @Nullable Object> named) {
        Object first = args.getFirst();
        String text =
                first instanceof byte[] bytes
                        ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                        : String.valueOf(first);
        return switch (c.area()) {
            case "html.escape" -> Escape.html(text);
            case "html.conditional_escape" -> Escape.conditional(first);
            case "html.escapejs" -> Escape.js(text);
            case "html.linebreaks" ->
                    Html.linebreaks(
                            text,
                            Boolean.TRUE.equals(named.get("autoescape"))
                                    || (args.size() > 1 && Boolean.TRUE.equals(args.get(1))));
            case "html.smart_urlquote" -> Uris.smartQuote(text);
            case "html.strip_spaces_between_tags" -> Html.stripSpacesBetweenTags(text);
            case "html.strip_tags" -> Html.stripTags(text);
            case "html.urlize" -> urlize(first, named);
            case "text.Truncator.chars" -> truncator(text, args, named).chars(number(args.get(1)));
            case "text.Truncator.words" -> truncator(text, args, named).words(number(args.get(1)));
            case "text.camel_case_to_spaces" -> Words.camelCaseToSpaces(text);
            case "text.capfirst" -> Words.capFirst(text);
            case "text.get_text_list" ->
                    Words.list((List<?>) first, args.size() > 1 ? args.get(1).toString() : "or");
            case "text.get_valid_filename" -> Words.fileName(text);
            case "text.normalize_newlines" -> Words.normalizeNewlines(text);
            case "text.phone2numeric" -> Words.phoneToDigits(text);
            case "text.slugify" ->
                    Boolean.TRUE.equals(named.get("allow_unicode"))
                            ? Words.slugifyUnicode(text)
                            : Words.slugify(text);
            case "text.smart_split" -> Words.smartSplit(text);
            case "text.unescape_string_literal" -> Words.unescapeLiteral(text);
            case "text.wrap" -> Words.wrap(text, number(args.get(1)));
            default -> uri(c, args, named, text);
        };
    }

    private static @Nullable Object uri(
            Case c, List<Object> args, Map<String, @Nullable Object> named, String text) {
        return switch (c.area()) {
            case "encoding.escape_uri_path" -> Uris.escapePath(text);
            case "encoding.filepath_to_uri" -> nullable(args, Uris.filePathToUri(text));
            case "encoding.iri_to_uri" -> nullable(args, Uris.iriToUri(text));
            case "encoding.uri_to_iri" -> nullable(args, Uris.uriToIri(text));
            case "encoding.repercent_broken_unicode" ->
                    Uris.withBrokenEscaped((byte[]) args.getFirst());
            case "http.base36_to_int" -> Numbers.fromBase36(text);
            case "http.int_to_base36" -> {
                if (!(args.getFirst() instanceof Long number)) {
                    throw new UncoveredException("numbers that are none: Java's compiler refuses");
                }
                yield Numbers.toBase36(number);
            }
            case "http.escape_leading_slashes" -> Uris.escapeLeadingSlashes(text);
            case "http.is_same_domain" -> Uris.sameDomain(text, args.get(1).toString());
            case "http.url_has_allowed_host_and_scheme" -> redirect(args, named);
            case "http.urlencode" -> query(args, named);
            default -> number(c, args, named);
        };
    }

    private static @Nullable Object nullable(List<Object> args, String result) {
        return args.getFirst() == null ? null : result;
    }

    private static int number(@Nullable Object value) {
        return Math.toIntExact((Long) Objects.requireNonNull(value));
    }

    private static Object urlize(Object text, Map<String, @Nullable Object> named) {
        Object limit = named.get("trim_url_limit");
        boolean escape = Boolean.TRUE.equals(named.get("autoescape"));
        return new Urlize(
                        Boolean.TRUE.equals(named.get("nofollow")),
                        limit == null ? null : number(limit),
                        escape && !(text instanceof SafeString))
                .apply(text.toString());
    }

    private static Truncator truncator(
            String text, List<Object> args, Map<String, @Nullable Object> named) {
        boolean html = Boolean.TRUE.equals(named.get("html"));
        Truncator made = html ? Truncator.ofHtml(text) : Truncator.of(text);
        Object ending = args.size() > 2 ? args.get(2) : named.get("truncate");
        return ending == null ? made : made.endingWith(ending.toString());
    }

    private static boolean redirect(List<Object> args, Map<String, @Nullable Object> named) {
        Object hosts = args.size() > 1 ? args.get(1) : named.get("allowed_hosts");
        Set<String> allowed =
                switch (hosts) {
                    case Collection<?> several ->
                            Set.copyOf(several.stream().map(String::valueOf).toList());
                    case null -> Set.of();
                    default -> Set.of(hosts.toString());
                };
        Object url = args.getFirst();
        return Uris.allowedRedirect(
                url == null ? null : url.toString(),
                allowed,
                Boolean.TRUE.equals(named.get("require_https")));
    }

    private static Object query(List<Object> args, Map<String, @Nullable Object> named) {
        boolean several =
                Boolean.TRUE.equals(named.get("doseq"))
                        || (args.size() > 1 && Boolean.TRUE.equals(args.get(1)));
        var pairs = new LinkedHashMap<String, @Nullable Object>();
        if (args.getFirst() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> pairs.put(String.valueOf(key), value));
        } else {
            for (Object pair : (List<?>) args.getFirst()) {
                List<?> both = (List<?>) Objects.requireNonNull(pair);
                pairs.put(String.valueOf(both.getFirst()), both.getLast());
            }
        }
        if (!several && pairs.values().stream().anyMatch(Collection.class::isInstance)) {
            throw new UncoveredException("lists printed as Python prints them");
        }
        return Uris.query(pairs);
    }

    private static @Nullable Object number(
            Case c, List<Object> args, Map<String, @Nullable Object> named) {
        Object value = args.getFirst();
        Object separator = args.size() > 1 ? args.get(1) : named.get("decimal_sep");
        Object decimals = args.size() > 2 ? args.get(2) : named.get("decimal_pos");
        Object grouping = named.get("grouping");
        boolean always = Boolean.TRUE.equals(named.get("force_grouping"));
        boolean local =
                !Boolean.FALSE.equals(named.get("use_l10n"))
                        && Boolean.TRUE.equals(c.object("env").get("USE_THOUSAND_SEPARATOR"));
        List<Integer> groups =
                switch (grouping) {
                    case List<?> sizes -> sizes.stream().map(size -> number(size)).toList();
                    case Long size -> List.of(size.intValue());
                    case null, default -> List.of();
                };
        Object between = named.get("thousand_sep");
        var style =
                new NumberStyle(
                        String.valueOf(separator),
                        decimals == null ? null : number(decimals),
                        between == null ? "" : between.toString(),
                        always || local ? groups : List.of());
        return switch (value) {
            case BigDecimal exact -> Numbers.format(exact, style);
            case BigInteger whole -> integer(whole, whole, style);
            case Long whole -> integer(whole, BigInteger.valueOf(whole), style);
            case Double number -> Numbers.format(number, style);
            case Boolean _ -> throw new UncoveredException("truth as a number");
            default -> Numbers.format(String.valueOf(value), style);
        };
    }

    /// Django gives whole numbers back as they are where nothing is to be done.
    private static Object integer(Number asked, BigInteger number, NumberStyle style) {
        return Numbers.format(asked instanceof Long ? asked : number, style);
    }
}
