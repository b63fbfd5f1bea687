package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Writes texts into headers: as they are where they are plain, else as encoded words (RFC 2047),
/// in lines of at most 76 characters where there is a place to break.
final class HeaderText {

    /// Room for the text of one encoded word of 75 characters: 75 less `=?utf-8?b?` and `?=`, in
    /// base64, less what the line may have in front of it.
    private static final int WORD_BYTES = 39;

    private static final int LINE = 76;

    /// The most that a line may have (RFC 5322, 2.1.1), less some room.
    private static final int LONGEST_WORD = 900;

    private HeaderText() {}

    /// {@return the text, if it is one line without control characters}
    ///
    /// @param what names it in the message, such as `The subject`
    /// @throws BadHeaderException when it is not: it would end the header and begin another
    static String line(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                throw bad(
                        what + " holds a line break.",
                        "A header ends there: whatever follows"
                                + " would be a header of the sender's choice.");
            }
            boolean control = c != '\t' && Character.isISOControl(c);
            if (control || c == '\u2028' || c == '\u2029') {
                throw bad(
                        what + " holds a control character, number " + (int) c + ".",
                        "Headers are text.");
            }
        }
        return text;
    }

    static BadHeaderException bad(String problem, String cause) {
        return new BadHeaderException(
                Problem.of("mail.E001", problem)
                        .because(cause)
                        .fixedBy("Strip or refuse such input, by a form for example."));
    }

    /// {@return a header's value for text of any kind, such as a subject}
    static String unstructured(String name, String text) {
        return fold(name, plain(text) ? text : encodedWords(text));
    }

    /// {@return a display name: bare, in quotes, or encoded}
    static String phrase(String text) {
        if (!plain(text)) {
            return encodedWords(text);
        }
        boolean atoms =
                text.chars().allMatch(HeaderText::isAtomOrSpace) && text.equals(text.strip());
        return atoms ? text : quoted(text);
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Breaks lines at spaces, so that each stays short; a value without spaces stays whole.
    static String fold(String name, String value) {
        if (name.length() + 2 + value.length() <= LINE) {
            return value;
        }
        var folded = new StringBuilder();
        int column = name.length() + 2;
        for (String word : value.split("(?<=[^ ])(?= )", -1)) {
            if (column + word.length() > LINE && column > name.length() + 2) {
                folded.append("\r\n");
                column = 0;
            }
            folded.append(word);
            column += word.length();
        }
        return folded.toString();
    }

    private static boolean plain(String text) {
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            word = c == ' ' ? 0 : word + 1;
            // What looks like an encoded word would be read as one; two spaces at a fold get lost.
            boolean odd = c > 126 || c < ' ' || (c == '=' && text.startsWith("=?", i));
            if (odd || word > LONGEST_WORD) {
                return false;
            }
        }
        return !text.startsWith(" ") && !text.endsWith(" ") && !text.contains("  ");
    }

    private static boolean isAtomOrSpace(int c) {
        return c == ' '
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || "!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0;
    }

    private static String encodedWords(String text) {
        var words = new StringBuilder();
        int from = 0;
        int bytes = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes + length > WORD_BYTES) {
                word(words, text.substring(from, at));
                from = at;
                bytes = 0;
            }
            bytes += length;
            at += Character.charCount(point);
        }
        word(words, text.substring(from));
        return words.toString();
    }

    private static void word(StringBuilder words, String text) {
        words.append(words.isEmpty() ? "" : " ").append("=?utf-8?b?");
        words.append(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        words.append("?=");
    }
}
