package dev.quintet.kernel.text;

import dev.quintet.kernel.text.scan.Chars;
import dev.quintet.kernel.text.scan.Entities;
import dev.quintet.kernel.text.scan.HtmlScanner;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Cuts text or HTML after a number of characters or words. Django: `Truncator`.
///
/// Immutable. In HTML only text counts, open tags are closed, and text is escaped again.
///
/// @param text what to cut
/// @param html whether `text` is HTML
/// @param ending what the cut is marked with; `%(truncated_text)s` in it, if any, is where the text
///   goes
public record Truncator(String text, boolean html, String ending) {

    private static final String SLOT = "%(truncated_text)s";
    private static final int FIRST_MARK = 0x300;
    private static final Set<String> VOID =
            Set.of(
                    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                    "param", "source", "track", "wbr");

    /// {@return a truncator of plain text that marks a cut by `…`}
    public static Truncator of(String text) {
        return new Truncator(text, false, "…");
    }

    /// {@return a truncator of HTML that marks a cut by `…`}
    public static Truncator ofHtml(String html) {
        return new Truncator(html, true, "…");
    }

    /// {@return this, marking a cut by `ending`}
    public Truncator endingWith(String ending) {
        return new Truncator(text, html, ending);
    }

    /// {@return at most `most` characters, the mark included; accents that stand alone do not
    /// count}
    public String chars(int most) {
        if (most <= 0) {
            return "";
        }
        int room = roomFor(most);
        if (!html && latin(most)) {
            return text.length() <= most ? text : marked(text.substring(0, room));
        }
        String composed = Chars.normalize(text, Normalizer.Form.NFC);
        return html
                ? cutHtml(composed, new CharCount(room, most))
                : plainChars(composed, room, most);
    }

    /// How many characters fit beside the mark.
    private int roomFor(int most) {
        String mark = marked("");
        int room = most;
        for (int i = 0; i < mark.length() && room > 0; ) {
            int c = mark.codePointAt(i);
            room -= Chars.combining(c) ? 0 : 1;
            i += Character.charCount(c);
        }
        return room;
    }

    /// Whether the characters that decide are all below the first mark that composes, so that each
    /// of them counts and stays as it is.
    private boolean latin(int most) {
        int deciding = (int) Math.min(text.length(), most + 1L);
        for (int i = 0; i < deciding; i++) {
            if (text.charAt(i) >= FIRST_MARK) {
                return false;
            }
        }
        return true;
    }

    /// {@return at most `most` words and, if it was cut, the mark; white space becomes single
    /// spaces}
    public String words(int most) {
        if (most <= 0) {
            return "";
        }
        if (html) {
            return cutHtml(text, new WordCount(most));
        }
        return plainWords(most);
    }

    /// Works in an array, some of the text at a time, and closes gaps in place; without a branch at
    /// the words' ends, which processors guess wrong.
    private String plainWords(int most) {
        var kept = new char[(int) Math.min(text.length(), 64 + most * 8L)];
        int size = 0;
        int words = 0;
        int before = 1;
        for (int at = 0; at < text.length(); ) {
            if (size == kept.length) {
                kept = Arrays.copyOf(kept, size * 2);
            }
            int end = size + Math.min(text.length() - at, kept.length - size);
            text.getChars(at, at + end - size, kept, size);
            at += end - size;
            for (int i = size; i < end; i++) {
                char c = kept[i];
                int space = Chars.spaceBit(c);
                words += before & ~space;
                if (words > most) {
                    return marked(new String(kept, 0, size - 1));
                }
                kept[size] = space == 1 ? ' ' : c;
                size += ~(before & space) & 1;
                before = space;
            }
        }
        return new String(kept, 0, size - (size > 0 ? before : 0));
    }

    private String marked(String cut) {
        if (ending.contains(SLOT)) {
            return ending.replace(SLOT, cut);
        }
        return cut.endsWith(ending) ? cut : cut + ending;
    }

    private String plainChars(String composed, int room, int most) {
        int seen = 0;
        int end = -1;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            if (!Chars.combining(c)) {
                seen++;
                if (end < 0 && seen > room) {
                    end = i;
                }
                if (seen > most) {
                    return marked(composed.substring(0, Math.max(end, 0)));
                }
            }
            i += Character.charCount(c);
        }
        return composed;
    }

    /// The words of `text`; white space at its ends stays with the word beside it. Stops once there
    /// are more than `most` of them, whatever the last one is.
    private static List<String> split(String text, int most) {
        var words = new ArrayList<String>();
        int start = 0;
        int end = 0;
        boolean inWord = false;
        for (int at = 0; at < text.length() && words.size() <= most; at++) {
            if (Chars.space(text.charAt(at))) {
                inWord = false;
                continue;
            }
            if (!inWord && end > 0) {
                words.add(text.substring(start, end));
                start = at;
            }
            inWord = true;
            end = at + 1;
        }
        words.add(text.substring(start));
        return words;
    }

    /// Counts what is left; the two ways to count.
    private sealed interface Count {
        /// The units in a run of text, cut to what is left, and whether something was cut.
        Piece take(String run, int written, int total);
    }

    private record Piece(String text, boolean cut, boolean done) {}

    private static final class CharCount implements Count {
        private int left;
        private final int most;
        private int seen;

        CharCount(int room, int most) {
            this.left = room;
            this.most = most;
        }

        @Override
        public Piece take(String run, int written, int total) {
            int length = Chars.count(run);
            seen += length;
            if (seen == most && written + length == total) {
                return new Piece(run, false, true);
            }
            if (length <= left) {
                left -= length;
                return new Piece(Escape.html(run), false, false);
            }
            String kept = run.substring(0, run.offsetByCodePoints(0, left));
            left = 0;
            return new Piece(Escape.html(kept), true, true);
        }
    }

    private static final class WordCount implements Count {
        private int left;

        WordCount(int most) {
            this.left = most;
        }

        @Override
        public Piece take(String run, int written, int total) {
            List<String> words = split(run, left);
            if (words.size() <= left) {
                left -= words.size();
                return new Piece(Escape.html(String.join(" ", words)), false, false);
            }
            String kept = Escape.html(String.join(" ", words.subList(0, left)));
            left = 0;
            return new Piece(kept, true, true);
        }
    }

    private String cutHtml(String source, Count count) {
        var out = new StringBuilder();
        var open = new ArrayDeque<String>();
        int total = count instanceof CharCount ? Chars.count(source) : 0;
        int written = 0;
        var scanner = new HtmlScanner(source, false);
        while (scanner.advance()) {
            int before = out.length();
            switch (scanner.kind()) {
                case OPEN, OPEN_AND_CLOSE -> {
                    out.append(scanner.text());
                    boolean empty = VOID.contains(scanner.name());
                    if (scanner.kind() == HtmlScanner.Kind.OPEN && !empty) {
                        open.push(scanner.name());
                    } else if (!empty) {
                        out.append("</").append(scanner.name()).append('>');
                    }
                }
                case CLOSE -> {
                    if (!VOID.contains(scanner.name())) {
                        out.append("</").append(scanner.name()).append('>');
                        if (scanner.name().equals(open.peek())) {
                            open.pop();
                        }
                    }
                }
                case TEXT -> {
                    String run = Entities.unescape(scanner.text());
                    Piece piece = count.take(run, written, total);
                    out.append(piece.cut() ? marked(piece.text()) : piece.text());
                    if (piece.done()) {
                        open.forEach(tag -> out.append("</").append(tag).append('>'));
                        return out.toString();
                    }
                }
                case REMARK -> {}
            }
            written += out.codePointCount(before, out.length());
        }
        return out.toString();
    }
}
