package dev.quintet.kernel.i18n;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads gettext's `.po` files; {@link PoText} writes them.
final class PoFile {

    private static final int MOST_FORMS = 100;
    private static final int HEAD_BYTES = 4096;

    private final String name;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private @Nullable StringBuilder context;
    private @Nullable StringBuilder id;
    private @Nullable StringBuilder plural;
    private final TreeMap<Integer, StringBuilder> forms = new TreeMap<>();
    private final List<String> comments = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final List<Message> obsolete = new ArrayList<>();
    private final List<String> preamble = new ArrayList<>();
    private @Nullable StringBuilder previous;
    private boolean fuzzy;
    private boolean gone;
    private @Nullable StringBuilder open;
    private int line;

    private PoFile(String name) {
        this.name = name;
    }

    static Catalogue read(String text, String name) {
        var file = new PoFile(name);
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        body.lines().forEach(line -> file.line(line.strip()));
        file.finish();
        return new Catalogue(
                file.messages, file.headers, new Catalogue.Leftovers(file.preamble, file.obsolete));
    }

    /// A file as text, by the charset that its header names; UTF-8 where it names none.
    static String decoded(byte[] bytes) throws CharacterCodingException {
        var head =
                new String(
                        bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        Charset charset = StandardCharsets.UTF_8;
        int at = head.indexOf("charset=");
        if (at >= 0) {
            int end = at + 8;
            while (end < head.length() && "\\\"; \n".indexOf(head.charAt(end)) < 0) {
                end++;
            }
            try {
                charset = Charset.forName(head.substring(at + 8, end));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                charset = StandardCharsets.UTF_8; // templates say charset=CHARSET
            }
        }
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private void line(String text) {
        line++;
        if (text.startsWith("#~")) {
            gone(text.substring(2).strip());
        } else {
            entry(text);
        }
    }

    private void gone(String text) {
        if (text.startsWith("|")) {
            return;
        }
        if (keyword(text, "msgctxt") || keyword(text, "msgid")) {
            finishIfTranslated();
        }
        gone = true;
        entry(text);
    }

    private void entry(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (text.startsWith("#")) {
            if (!forms.isEmpty()) {
                finish();
            }
            comment(text);
        } else if (text.startsWith("\"")) {
            if (open == null) {
                throw wrong("a string stands here without a keyword before it");
            }
            unquote(text, open);
        } else if (keyword(text, "msgctxt")) {
            finishIfTranslated();
            context = opened(text, 7);
        } else if (keyword(text, "msgid_plural")) {
            plural = opened(text, 12);
        } else if (keyword(text, "msgid")) {
            finishIfTranslated();
            id = opened(text, 5);
        } else if (text.startsWith("msgstr[")) {
            int close = text.indexOf(']');
            forms.put(form(text, close), opened(text, close + 1));
        } else if (keyword(text, "msgstr")) {
            forms.put(0, opened(text, 6));
        } else {
            throw wrong("'" + text.split("\\s", 2)[0] + "' is no keyword");
        }
    }

    private static boolean keyword(String text, String word) {
        return text.startsWith(word)
                && text.length() > word.length()
                && (text.charAt(word.length()) == ' '
                        || text.charAt(word.length()) == '\t'
                        || text.charAt(word.length()) == '"');
    }

    private int form(String text, int close) {
        try {
            int form = close < 0 ? -1 : Integer.parseInt(text.substring(7, close).strip());
            if (form >= 0 && form < MOST_FORMS) {
                return form;
            }
        } catch (NumberFormatException notOne) {
            // told below
        }
        throw wrong("the number of a plural form was expected in msgstr[...]");
    }

    private void comment(String text) {
        if (text.startsWith("#,")) {
            for (String flag : text.substring(2).split(",", -1)) {
                String name = flag.strip();
                fuzzy |= name.equals("fuzzy");
                if (!name.isEmpty() && !name.equals("fuzzy")) {
                    flags.add(name);
                }
            }
        } else if (text.startsWith("#:")) {
            places(text.substring(2).strip());
        } else if (text.startsWith("#.")) {
            comments.add(text.substring(2).strip());
        } else if (text.startsWith("#|")) {
            previous(text.substring(2).strip());
        } else {
            notes.add(text.substring(1).strip());
        }
    }

    /// `file:line`, with spaces between; a name with spaces stands between two invisible marks.
    private void places(String text) {
        for (int at = 0; at < text.length(); ) {
            boolean marked = text.charAt(at) == PoText.NAME_BEGINS;
            int end = text.indexOf(marked ? PoText.NAME_ENDS : ' ', at);
            end = end < 0 ? text.length() : end;
            if (end > at) {
                places.add(text.substring(marked ? at + 1 : at, end));
            }
            at = end + 1;
        }
    }

    private void previous(String text) {
        if (keyword(text, "msgid")) {
            var before = new StringBuilder();
            unquote(text.substring(5).strip(), before);
            previous = before;
        } else if (text.startsWith("\"") && previous != null) {
            unquote(text, previous);
        }
    }

    private StringBuilder opened(String text, int from) {
        var value = new StringBuilder();
        open = value;
        unquote(text.substring(from).strip(), value);
        return value;
    }

    private void unquote(String quoted, StringBuilder into) {
        if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw wrong("a string in double quotes was expected");
        }
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                into.append(c);
                continue;
            }
            if (++i >= quoted.length() - 1) {
                throw wrong("a string ends in a backslash");
            }
            char escaped = quoted.charAt(i);
            into.append(
                    switch (escaped) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'v' -> '\u000B';
                        case 'a' -> '\u0007';
                        default -> escaped;
                    });
        }
    }

    private void finishIfTranslated() {
        if (!forms.isEmpty()) {
            finish();
        }
    }

    private void finish() {
        StringBuilder text = id;
        if (text != null && !forms.isEmpty()) {
            if (text.isEmpty() && context == null) {
                forms.values().iterator().next().toString().lines().forEach(this::header);
                preamble.addAll(notes);
            } else {
                var translations = new ArrayList<String>();
                for (int i = 0; i <= forms.lastKey(); i++) {
                    StringBuilder form = forms.get(i);
                    translations.add(form == null ? "" : form.toString());
                }
                var message =
                        new Message(
                                context == null ? null : context.toString(),
                                text.toString(),
                                plural == null ? null : plural.toString(),
                                translations,
                                fuzzy,
                                new Remarks(
                                        comments,
                                        notes,
                                        places,
                                        flags,
                                        previous == null ? null : previous.toString()));
                if (gone) {
                    obsolete.add(message);
                } else {
                    messages.putIfAbsent(message.key(), message);
                }
            }
        }
        context = null;
        id = null;
        plural = null;
        open = null;
        previous = null;
        fuzzy = false;
        gone = false;
        forms.clear();
        comments.clear();
        notes.clear();
        places.clear();
        flags.clear();
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
    }

    private CatalogueException wrong(String cause) {
        return new CatalogueException(
                Problem.of("kernel.E072", "The catalogue " + name + " is malformed.")
                        .because(Character.toUpperCase(cause.charAt(0)) + cause.substring(1) + ".")
                        .fixedBy("Repair the line, or write the file anew with makemessages.")
                        .at(Place.of(name, line)));
    }
}
