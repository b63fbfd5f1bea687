package dev.quintet.template;

import static dev.quintet.template.Filter.Argument.OPTIONAL;
import static dev.quintet.template.Filter.Argument.REQUIRED;

import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.Html;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.text.Truncator;
import dev.quintet.kernel.text.Uris;
import dev.quintet.kernel.text.Urlize;
import dev.quintet.kernel.text.Words;
import dev.quintet.template.value.Items;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The built-in filters of texts and HTML.
final class TextFilters {

    private static final Pattern APOSTROPHE = Pattern.compile("([a-z])'([A-Z])");
    private static final Pattern ORDINAL = Pattern.compile("\\d([A-Z])");
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private TextFilters() {}

    static void addTo(Filters filters) {
        addCases(filters);
        addCuts(filters);
        addShapes(filters);
        addHtml(filters);
        addAddresses(filters);
    }

    private static void addCases(Filters filters) {
        filters.safeText("capfirst", (text, _) -> Words.capFirst(text))
                .safeText("lower", (text, _) -> text.toLowerCase(Locale.ROOT))
                .text("upper", (text, _) -> text.toUpperCase(Locale.ROOT))
                .safeText("title", (text, _) -> title(text))
                .safeText("slugify", (text, _) -> Words.slugify(text))
                .safeText("addslashes", (text, _) -> addSlashes(text))
                .safeAny("phone2numeric", Filter.Argument.NONE, (v, _, f) -> phone(v, f));
    }

    private static void addCuts(Filters filters) {
        filters.safeText("truncatechars", REQUIRED, (t, n, _) -> chars(Truncator.of(t), n))
                .safeText(
                        "truncatechars_html", REQUIRED, (t, n, _) -> chars(Truncator.ofHtml(t), n))
                .safeText("truncatewords", REQUIRED, (t, n, _) -> words(Truncator.of(t), n))
                .safeText(
                        "truncatewords_html", REQUIRED, (t, n, _) -> words(Truncator.ofHtml(t), n))
                .any("cut", REQUIRED, TextFilters::cut)
                .text("wordcount", (text, _) -> wordCount(text))
                .text("make_list", (text, _) -> Items.characters(text));
    }

    private static void addShapes(Filters filters) {
        filters.safeText("ljust", REQUIRED, (t, n, _) -> padded(t, "ljust", n, 0))
                .safeText("rjust", REQUIRED, (t, n, _) -> padded(t, "rjust", n, 1))
                .safeText("center", REQUIRED, (t, n, _) -> padded(t, "center", n, 2))
                .safeText(
                        "wordwrap",
                        REQUIRED,
                        (t, n, _) -> Words.wrap(t, Filters.wholeOrFail("wordwrap", n)))
                .any("linenumbers", Filter.Argument.NONE, TextFilters::lineNumbers)
                .safeAny(
                        "stringformat",
                        REQUIRED,
                        (value, format, frame) ->
                                PercentFormat.apply(
                                        Texts.plain(frame, format), value, frame.engine.show()));
    }

    private static void addHtml(Filters filters) {
        filters.any("escape", Filter.Argument.NONE, (v, _, f) -> new SafeString(Texts.html(f, v)))
                .any(
                        "force_escape",
                        Filter.Argument.NONE,
                        (v, _, f) -> new SafeString(Escape.html(Texts.plain(f, v))))
                .any("safe", Filter.Argument.NONE, (v, _, f) -> new SafeString(Texts.plain(f, v)))
                .text("escapejs", (text, _) -> new SafeString(Escape.js(text)))
                .safeText("striptags", (text, _) -> Html.stripTags(text))
                .any(
                        "linebreaks",
                        Filter.Argument.NONE,
                        (v, _, f) ->
                                new SafeString(Html.linebreaks(Texts.plain(f, v), escapes(f, v))))
                .any(
                        "linebreaksbr",
                        Filter.Argument.NONE,
                        (v, _, f) ->
                                new SafeString(Html.linebreaksBr(Texts.plain(f, v), escapes(f, v))))
                .any("json_script", OPTIONAL, JsonScript::apply);
    }

    private static void addAddresses(Filters filters) {
        filters.text(
                        "urlencode",
                        OPTIONAL,
                        (text, safe, frame) ->
                                Uris.quote(
                                        text,
                                        safe == Missing.ABSENT ? "/" : Texts.plain(frame, safe)))
                .safeText("iriencode", (text, _) -> Uris.iriToUri(text))
                .any("urlize", Filter.Argument.NONE, (v, _, f) -> linked(f, v, urlize(f, v)))
                .any(
                        "urlizetrunc",
                        REQUIRED,
                        (v, n, f) ->
                                linked(
                                        f,
                                        v,
                                        urlize(f, v)
                                                .trimmedTo(Filters.wholeOrFail("urlizetrunc", n))));
    }

    private static boolean escapes(Frame frame, @Nullable Object value) {
        return frame.autoescape && !Texts.isSafe(value);
    }

    private static Urlize urlize(Frame frame, @Nullable Object value) {
        Urlize plain = Urlize.plain().withNofollow();
        return escapes(frame, value) ? plain : plain.withoutEscaping();
    }

    private static SafeString linked(Frame frame, @Nullable Object value, Urlize urlize) {
        return new SafeString(urlize.apply(Texts.plain(frame, value)));
    }

    private static String phone(@Nullable Object value, Frame frame) {
        if (!(value instanceof CharSequence)) {
            throw Failures.unfit("phone2numeric", "a text", value);
        }
        return Words.phoneToDigits(Texts.plain(frame, value));
    }

    private static String title(String text) {
        String titled =
                APOSTROPHE
                        .matcher(Casing.title(text))
                        .replaceAll(m -> m.group().toLowerCase(Locale.ROOT));
        return ORDINAL.matcher(titled).replaceAll(m -> m.group().toLowerCase(Locale.ROOT));
    }

    private static String addSlashes(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "\\'");
    }

    private static String chars(Truncator truncator, @Nullable Object most) {
        Integer number = Filters.whole(most);
        return number == null ? truncator.text() : truncator.chars(number);
    }

    private static String words(Truncator truncator, @Nullable Object most) {
        Integer number = Filters.whole(most);
        return number == null ? truncator.text() : truncator.endingWith(" …").words(number);
    }

    private static Object cut(@Nullable Object value, @Nullable Object argument, Frame frame) {
        String what = Texts.plain(frame, argument);
        String text = Texts.plain(frame, value).replace(what, "");
        return Texts.isSafe(value) && !what.equals(";") ? new SafeString(text) : text;
    }

    private static int wordCount(String text) {
        String stripped = SPACE.matcher(text).replaceAll(" ").strip();
        return stripped.isEmpty() ? 0 : stripped.split(" ", -1).length;
    }

    private static String padded(String text, String filter, @Nullable Object argument, int side) {
        int width = Math.min(Filters.wholeOrFail(filter, argument), Filters.WIDEST);
        int length = text.codePointCount(0, text.length());
        int pad = width - length;
        if (pad <= 0) {
            return text;
        }
        int left = side == 0 ? 0 : side == 1 ? pad : pad / 2 + (pad & width & 1);
        return " ".repeat(left) + text + " ".repeat(pad - left);
    }

    private static Object lineNumbers(@Nullable Object value, @Nullable Object none, Frame frame) {
        String[] lines = Texts.plain(frame, value).split("\n", -1);
        int width = Integer.toString(lines.length).length();
        var numbered = new ArrayList<String>(lines.length);
        for (int i = 0; i < lines.length; i++) {
            String number = Integer.toString(i + 1);
            String line = escapes(frame, value) ? Escape.html(lines[i]) : lines[i];
            numbered.add("0".repeat(width - number.length()) + number + ". " + line);
        }
        return new SafeString(String.join("\n", numbered));
    }
}
