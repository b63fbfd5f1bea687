package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.headers.Cookies;
import dev.quintet.kernel.headers.ETags;
import dev.quintet.kernel.headers.HttpDate;
import dev.quintet.kernel.time.DateParse;
import dev.quintet.kernel.time.Durations;
import dev.quintet.kernel.validate.IpAddresses;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// What holds of any value: each repetition has a seed of its own, which is its number.
class RoundTripsTest {

    private static final int ROUNDS = 300;
    private static final String ALPHABET =
            "ab zA9_-.,;:/?#[]@!$&'()*+=%<>\"\\|^`~{}\t\n\r\u00A0éßİǅ\u0301\u0660\u2028\u200F…中😀";

    private final Random random;

    RoundTripsTest(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
    }

    private String text(int most) {
        var text = new StringBuilder();
        int[] letters = ALPHABET.codePoints().toArray();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    @RepeatedTest(5)
    void htmlSaysWhatTheTextSaid() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(round);
            String html = Escape.html(text);

            assertThat(Html.unescape(html)).isEqualTo(text);
            assertThat(html).doesNotContain("<", ">", "\"", "'");
            assertThat(html).isEqualTo(charByChar(text));
            assertThat(Html.unescape(Html.stripTags("<p>" + html + "</p>"))).isEqualTo(text);
        }
    }

    private static String charByChar(String text) {
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = "&<>\"'".indexOf(c);
            String[] references = {"&amp;", "&lt;", "&gt;", "&quot;", "&#x27;"};
            out.append(at < 0 ? String.valueOf(c) : references[at]);
        }
        return out.toString();
    }

    @RepeatedTest(5)
    void addressesAreReadAsTheyWereWritten() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(20);

            assertThat(Uris.unquote(Uris.quote(text, ""))).isEqualTo(text);
            assertThat(Uris.unquotePlus(Uris.quotePlus(text))).isEqualTo(text);
            assertThat(Uris.iriToUri(Uris.iriToUri(text))).isEqualTo(Uris.iriToUri(text));
            Map<String, Object> pairs = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                pairs.put(i + text(5), text(5));
            }
            assertThat(Uris.parseQuery(Uris.query(pairs)))
                    .isEqualTo(
                            pairs.entrySet().stream()
                                    .map(e -> Map.entry(e.getKey(), e.getValue().toString()))
                                    .toList());
        }
    }

    @RepeatedTest(5)
    void headersAreReadAsTheyWereWritten() {
        for (int round = 0; round < ROUNDS; round++) {
            String ascii = text(20).replaceAll("[^ -~]", "");

            assertThat(Cookies.unquote(Cookies.quote(ascii))).isEqualTo(ascii);
            assertThat(Cookies.parse("a=1; b=" + Cookies.quote(ascii))).containsEntry("b", ascii);
            String tag = ETags.quote(ascii.replace("\"", "").replace(",", ""));
            assertThat(ETags.parse("W/\"x\", " + tag)).contains(tag);
            Instant time = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            assertThat(HttpDate.parse(HttpDate.format(time))).isEqualTo(time);
        }
    }

    @RepeatedTest(5)
    void timesAreReadAsTheyWereWritten() {
        for (int round = 0; round < ROUNDS; round++) {
            long micros = random.nextLong() / (1L << random.nextInt(60));
            var duration = Durations.ofMicros(micros);
            LocalDateTime time =
                    LocalDateTime.ofEpochSecond(random.nextLong(1L << 36), 0, ZoneOffset.UTC)
                            .plus(random.nextInt(1_000_000), ChronoUnit.MICROS);

            assertThat(Durations.toMicros(duration)).isEqualTo(micros);
            assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
            assertThat(Durations.parse(Durations.formatIso(duration))).isEqualTo(duration);
            assertThat(DateParse.dateTime(time.toString())).isEqualTo(time);
            assertThat(DateParse.date(time.toLocalDate().toString())).isEqualTo(time.toLocalDate());
        }
    }

    @RepeatedTest(5)
    void numbersAreReadAsTheyWereWritten() {
        for (int round = 0; round < ROUNDS; round++) {
            long number = random.nextLong() >>> (1 + random.nextInt(62));

            assertThat(Numbers.fromBase36(Numbers.toBase36(number))).isEqualTo(number);
            assertThat(Numbers.format(number, NumberStyle.GROUPED).replace(",", ""))
                    .isEqualTo(String.valueOf(number));
            String address =
                    String.join(
                            ":",
                            random.ints(8, 0, 4)
                                    .mapToObj(i -> Integer.toHexString(i * 0x1234 & 0xFFFF))
                                    .toList());
            String clean = IpAddresses.cleanV6(address, false);
            assertThat(clean).isNotNull();
            assertThat(IpAddresses.cleanV6(clean, false)).isEqualTo(clean);
        }
    }

    @RepeatedTest(5)
    void wordsStayWords() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(40);
            String slug = Words.slugify(text);

            assertThat(slug).matches("([a-z0-9]([a-z0-9_-]*[a-z0-9])?)?");
            assertThat(Words.slugify(slug)).isEqualTo(slug);
            assertThat(Words.slugifyUnicode(Words.slugifyUnicode(text)))
                    .isEqualTo(Words.slugifyUnicode(text));
            assertThat(Words.wrap(text, 1 + random.nextInt(9)).replaceAll("[ \n]", ""))
                    .isEqualTo(text.replaceAll("[ \n]", ""));
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                words.add(i + text(5).replaceAll("[\\s\\p{Z}\"'\\\\\u001C-\u001F]", ""));
            }
            assertThat(Words.smartSplit(String.join(" ", words))).isEqualTo(words);
        }
    }

    @RepeatedTest(5)
    void cutTextIsTheBeginningOfTheWhole() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(30);
            int most = 1 + random.nextInt(12);
            String cut = Truncator.of(text).chars(most);
            List<String> words = text.isBlank() ? List.of() : words(text);
            String few = Truncator.of(text).words(most);

            assertThat(cut.codePointCount(0, cut.length()))
                    .isLessThanOrEqualTo(most + count(cut, "\u0301"));
            assertThat(few)
                    .isEqualTo(
                            words.size() <= most
                                    ? String.join(" ", words)
                                    : ended(String.join(" ", words.subList(0, most))));
        }
    }

    private static String ended(String cut) {
        return cut.endsWith("…") ? cut : cut + "…";
    }

    /// Divided at white space one character after the other.
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (char c : (text + " ").toCharArray()) {
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
