package dev.quintet.kernel.i18n;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads and writes gettext's `.po` files.
final class PoFile {

    private static final int MOST_FORMS = 100;

    private final String name;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private @Nullable StringBuilder context;
    private @Nullable StringBuilder id;
    private @Nullable StringBuilder plural;
    private final TreeMap<Integer, StringBuilder> forms = new TreeMap<>();
    private final List<String> comments = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private boolean fuzzy;
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
        return new Catalogue(file.messages, file.headers);
    }

    private void line(String text) {
        line++;
        if (text.isEmpty() || text.startsWith("#~")) {
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
            fuzzy |= text.contains("fuzzy");
        } else if (text.startsWith("#:")) {
            places.addAll(List.of(text.substring(2).strip().split("\\s+")));
        } else if (text.startsWith("#.")) {
            comments.add(text.substring(2).strip());
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
                                comments,
                                places);
                messages.putIfAbsent(message.key(), message);
            }
        }
        context = null;
        id = null;
        plural = null;
        open = null;
        fuzzy = false;
        forms.clear();
        comments.clear();
        places.clear();
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

    static String write(Catalogue catalogue) {
        var out = new StringBuilder("msgid \"\"\nmsgstr \"\"\n");
        catalogue
                .headers()
                .forEach((key, value) -> out.append(quote(key + ": " + value + "\n")).append('\n'));
        for (Message message : catalogue.messages()) {
            out.append('\n');
            message.comments().forEach(comment -> out.append("#. ").append(comment).append('\n'));
            message.places().forEach(place -> out.append("#: ").append(place).append('\n'));
            if (message.fuzzy()) {
                out.append("#, fuzzy\n");
            }
            if (message.context() != null) {
                field(out, "msgctxt", message.context());
            }
            field(out, "msgid", message.id());
            if (message.plural() == null) {
                field(
                        out,
                        "msgstr",
                        message.translations().isEmpty() ? "" : message.translations().getFirst());
                continue;
            }
            field(out, "msgid_plural", message.plural());
            int forms = Math.max(catalogue.plurals().forms(), message.translations().size());
            for (int i = 0; i < forms; i++) {
                boolean given = i < message.translations().size();
                field(out, "msgstr[" + i + "]", given ? message.translations().get(i) : "");
            }
        }
        return out.toString();
    }

    private static void field(StringBuilder out, String keyword, String text) {
        out.append(keyword).append(' ');
        if (text.indexOf('\n') < 0 || text.indexOf('\n') == text.length() - 1) {
            out.append(quote(text)).append('\n');
            return;
        }
        out.append("\"\"\n");
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) + 1;
            end = end == 0 ? text.length() : end;
            out.append(quote(text.substring(start, end))).append('\n');
            start = end;
        }
    }

    private static String quote(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\u000B' -> out.append("\\v");
                case '\u0007' -> out.append("\\a");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
