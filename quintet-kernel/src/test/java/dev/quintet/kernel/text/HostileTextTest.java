package dev.quintet.kernel.text;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.formats.Humanize;
import dev.quintet.kernel.headers.AcceptLanguage;
import dev.quintet.kernel.headers.Cookies;
import dev.quintet.kernel.headers.ETags;
import dev.quintet.kernel.headers.HeaderParameters;
import dev.quintet.kernel.headers.HttpDate;
import dev.quintet.kernel.i18n.Catalogue;
import dev.quintet.kernel.i18n.CatalogueException;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.i18n.Placeholders;
import dev.quintet.kernel.i18n.PluralRule;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.time.DateFormat;
import dev.quintet.kernel.time.DateParse;
import dev.quintet.kernel.time.Durations;
import dev.quintet.kernel.validate.DomainNameValidator;
import dev.quintet.kernel.validate.EmailValidator;
import dev.quintet.kernel.validate.FileExtensionValidator;
import dev.quintet.kernel.validate.IntegerTextValidator;
import dev.quintet.kernel.validate.IpAddressValidator;
import dev.quintet.kernel.validate.IpAddressValidator.Protocol;
import dev.quintet.kernel.validate.SlugValidator;
import dev.quintet.kernel.validate.UrlValidator;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A megabyte of anything comes to an end (with `-Dfull`; else 25 KB): the time is a guard against
/// hanging, not a measurement.
class HostileTextTest {

    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(30);

    private static final Formats FORMATS = Formats.of(Language.of("hu"));
    private static final List<Consumer<String>> FUNCTIONS =
            List.of(
                    Escape::html,
                    Escape::js,
                    Html::stripTags,
                    Html::unescape,
                    Html::stripSpacesBetweenTags,
                    text -> Html.linebreaks(text, true),
                    text -> Urlize.plain().apply(text),
                    text -> Truncator.ofHtml(text).words(500_000),
                    text -> Truncator.ofHtml(text).chars(500_000),
                    text -> Truncator.of(text).chars(500_000),
                    text -> Truncator.of(text).words(500_000),
                    Words::slugify,
                    Words::slugifyUnicode,
                    Words::smartSplit,
                    Words::camelCaseToSpaces,
                    text -> Words.wrap(text, 70),
                    text -> Words.wrap(text, 300_000),
                    Uris::smartQuote,
                    Uris::iriToUri,
                    Uris::uriToIri,
                    text -> Uris.allowedRedirect(text, Set.of("a"), false),
                    text -> Numbers.format(text, NumberStyle.GROUPED),
                    Cookies::parse,
                    ETags::parse,
                    HeaderParameters::parse,
                    HttpDate::parse,
                    AcceptLanguage::parse,
                    text -> Placeholders.fill(text, Map.of("a", 1)),
                    text -> refused(() -> PluralRule.parse("nplurals=2; plural=" + text)),
                    text -> refused(() -> Catalogue.parsePo(text, "hostile.po")),
                    text -> refused(() -> Durations.parse(text)),
                    text -> refused(() -> DateParse.dateTime(text)),
                    text -> refused(() -> DateParse.date(text)),
                    text -> refused(() -> DateParse.time(text)),
                    text ->
                            DateFormat.of(text.substring(0, Math.min(text.length(), 1000)))
                                    .format(LocalDate.EPOCH.atStartOfDay()),
                    text -> new EmailValidator().validate(text),
                    text -> new UrlValidator().validate(text),
                    text -> new SlugValidator(true).validate(text),
                    text -> new DomainNameValidator().validate(text),
                    text -> new IpAddressValidator(Protocol.BOTH).validate(text),
                    text -> new IntegerTextValidator(",", true).validate(text),
                    text -> new FileExtensionValidator("a").validate(text),
                    text -> LanguageSettings.choice(new Settings()).fromHeader(text),
                    text -> LanguageSettings.choice(new Settings()).fromPath("/" + text),
                    text -> Language.of(text).localeName(),
                    FORMATS::parseNumber,
                    FORMATS::parseDate,
                    FORMATS::parseTime,
                    FORMATS::parseDateTime,
                    Humanize::intComma,
                    Cookies::unquote,
                    Uris::unquotePlus,
                    Uris::parseQuery,
                    Uris::escapePath,
                    text -> Uris.sameDomain(text, ".a"),
                    text -> Uris.sameDomain("a", text),
                    Html::unescape,
                    text -> Html.linebreaksBr(text, true),
                    Words::phoneToDigits,
                    Escape::json,
                    JavaSource::literal,
                    text -> refused(() -> Words.fileName(text)),
                    text -> refused(() -> Words.unescapeLiteral(text)),
                    text -> refused(() -> Numbers.fromBase36(text)),
                    text -> refused(() -> Catalogue.parseMo(bytes(text), "hostile.mo")));

    private static byte[] bytes(String text) {
        return ("\u00de\u0012\u0004\u0095" + text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void refused(Runnable parse) {
        try {
            parse.run();
        } catch (CatalogueException | DateTimeException | TextException expected) {
            // a refusal is an end, too
        }
    }

    static List<String> pieces() {
        return List.of(
                "<",
                "<a",
                "<a b='",
                "<a b='>' ",
                "<!--",
                "<![cdata[",
                "</",
                "<script>",
                "&",
                "&#",
                "&lt;",
                "\"",
                "'",
                "\\\"",
                "('",
                "((",
                "))",
                "];",
                ".",
                "@.",
                "a@",
                "www.",
                "http://",
                "http://a.",
                "%",
                "%(",
                "%E2",
                "-",
                " ",
                "\n",
                "\t\n ",
                "1",
                "1,",
                "1:",
                "a;",
                "a=\"",
                ";q=",
                "(",
                "n?1:",
                "!",
                "msgid \"\n",
                "é",
                "\u0301",
                "😀",
                "A",
                "aA",
                "\u0334\u0345",
                "#~ msgid \"a\"\nmsgstr \"b\"\n",
                "#| msgid \"a\"\n",
                "msgid \"a\"\nmsgstr[1] \"b\"\n",
                "a-",
                "\u0661/",
                "\u00A0",
                "xn--",
                "::",
                "%d",
                "\0");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void endsOnALongTextOfTheSame(String piece) {
        endsOn(piece, 25_000);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    @Tag("full")
    void endsOnAMegabyteOfTheSame(String piece) {
        endsOn(piece, 1_000_000);
    }

    private static void endsOn(String piece, int length) {
        String text = piece.repeat(length / piece.length());
        String shorter = piece.repeat(length / 10 / piece.length());

        assertTimeoutPreemptively(
                FAR_TOO_LONG, () -> FUNCTIONS.forEach(function -> function.accept(text)));
        assertTimeoutPreemptively(
                FAR_TOO_LONG, () -> FUNCTIONS.forEach(function -> function.accept(shorter + ">")));
        assertTimeoutPreemptively(
                FAR_TOO_LONG,
                () -> FUNCTIONS.forEach(function -> function.accept(shorter + " c=\"")));
    }

    @Test
    void endsOnAnything() {
        endsOnAnything(100);
    }

    @Test
    @Tag("full")
    void endsOnAnythingForLonger() {
        endsOnAnything(1000);
    }

    private static void endsOnAnything(int rounds) {
        var random = new Random(42);
        String[] pieces = {
            "<", ">", "a", "b='", "\"", "&", "#", ";", "/", "!--", "--", " ", "\n", "%", "(", ")",
            "[", "]", ".", "@", "1", ":", "-", "http://", "www.", "é", "\u0301", "😀", "\\", "T",
            "P", "="
        };
        assertTimeoutPreemptively(
                FAR_TOO_LONG.multipliedBy(4),
                () -> {
                    for (int round = 0; round < rounds; round++) {
                        var text = new StringBuilder();
                        for (int i = random.nextInt(60); i > 0; i--) {
                            text.append(pieces[random.nextInt(pieces.length)]);
                        }
                        String any = text.append(" ".repeat(1000)).toString();
                        FUNCTIONS.forEach(function -> function.accept(any));
                        String bare = any.stripTrailing();
                        FUNCTIONS.forEach(function -> function.accept(bare));
                    }
                });
    }
}
