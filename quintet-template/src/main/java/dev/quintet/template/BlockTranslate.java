package dev.quintet.template;

import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.i18n.Placeholders;
import dev.quintet.kernel.text.SafeString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `{% blocktranslate count n=albums|length %}One album{% plural %}{{ n }} albums{%
/// endblocktranslate %}`.
final class BlockTranslate {

    private static final Pattern LINE_END = Pattern.compile("[ \t\r\f]*\n\\s*");

    /// A text with its places: what is looked up, and the names in it.
    private record Message(String id, List<String> names) {}

    private final Parser parser;
    private final Token tag;
    private final String name;
    private Map<String, Value> with = Map.of();
    private @Nullable String counterName;
    private @Nullable Value counter;
    private @Nullable Value context;
    private @Nullable String as;
    private boolean trimmed;
    private Message singular = new Message("", List.of());
    private @Nullable Message plural;

    private BlockTranslate(Parser parser, Token tag) {
        this.parser = parser;
        this.tag = tag;
        this.name = tag.command();
    }

    static Node compile(Parser parser, Token tag) {
        var block = new BlockTranslate(parser, tag);
        block.readOptions();
        block.readBody();
        return new Closure(tag.place(), block::render);
    }

    private void readOptions() {
        var words = new ArrayList<>(tag.split());
        words.removeFirst();
        var seen = new java.util.HashSet<String>();
        while (!words.isEmpty()) {
            String option = words.removeFirst();
            if (!seen.add(option)) {
                throw parser.error(
                        tag, "The '" + option + "' option was specified more than once.");
            }
            switch (option) {
                case "with" -> {
                    with = parser.assignments(tag, words, true);
                    if (with.isEmpty()) {
                        throw parser.error(
                                tag,
                                "\"with\" in '"
                                        + name
                                        + "' tag needs at least one keyword argument.");
                    }
                }
                case "count" -> readCount(words);
                case "context" -> context = parser.value(tag, argument(words, option));
                case "trimmed" -> trimmed = true;
                case "asvar" -> as = argument(words, option).intern();
                default ->
                        throw parser.error(
                                tag, "Unknown argument for '" + name + "' tag: '" + option + "'.");
            }
        }
    }

    private void readCount(List<String> words) {
        Map<String, Value> one = parser.assignments(tag, words, true);
        if (one.size() != 1) {
            throw parser.error(
                    tag, "\"count\" in '" + name + "' tag expected exactly one keyword argument.");
        }
        one.forEach((key, value) -> {
            counterName = key;
            counter = value;
        });
    }

    private String argument(List<String> words, String option) {
        if (words.isEmpty()) {
            throw parser.error(
                    tag,
                    "No argument provided to the '"
                            + name
                            + "' tag for the "
                            + option
                            + " option.");
        }
        return words.removeFirst();
    }

    private void readBody() {
        var text = new ArrayList<Token>();
        Token end = read(text);
        singular = message(text);
        if (counter != null) {
            if (!end.content().equals("plural")) {
                throw parser.error(end, "'" + name + "' doesn't allow other block tags inside it");
            }
            text.clear();
            end = read(text);
            plural = message(text);
        }
        if (!end.content().equals("end" + name)) {
            throw parser.error(
                    end,
                    "'"
                            + name
                            + "' doesn't allow other block tags (seen '"
                            + end.content()
                            + "') inside it");
        }
    }

    private Token read(List<Token> into) {
        while (parser.peek() != null) {
            Token token = parser.next();
            switch (token.kind()) {
                case TEXT, VARIABLE -> into.add(token);
                case TAG -> {
                    return token;
                }
                case COMMENT -> {}
            }
        }
        throw parser.error(
                tag,
                "template.E005",
                "Unclosed tag on line " + tag.place().line() + ": '" + name + "'.",
                "Write {% end" + name + " %} where it ends.");
    }

    private Message message(List<Token> tokens) {
        var id = new StringBuilder();
        var names = new ArrayList<String>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.TEXT) {
                id.append(token.content().replace("%", "%%"));
            } else {
                id.append("%(").append(token.content()).append(")s");
                names.add(token.content().intern());
            }
        }
        String text = id.toString();
        return new Message(trimmed ? LINE_END.matcher(text.strip()).replaceAll(" ") : text, names);
    }

    private void render(Frame frame) {
        int mark = frame.mark();
        String result;
        try {
            String said = context == null ? null : Texts.plain(frame, context.get(frame));
            var values = new LinkedHashMap<String, @Nullable Object>();
            with.forEach((key, value) -> values.put(key, value.get(frame)));
            values.forEach(frame::set);
            String text = counter == null ? one(said) : many(frame, said, counter);
            result = Placeholders.fill(text, shown(frame));
        } finally {
            frame.undo(mark);
        }
        if (as != null) {
            frame.set(as, new SafeString(result));
        } else {
            frame.out.text(result);
        }
    }

    private String one(@Nullable String said) {
        if (singular.id.isEmpty()) {
            return "";
        }
        return said == null ? Gettext.gettext(singular.id) : Gettext.pgettext(said, singular.id);
    }

    private String many(Frame frame, @Nullable String said, Value by) {
        Object count = by.get(frame);
        if (!(count instanceof Number number)) {
            throw Failures.render(
                    "template.E025",
                    "'" + counterName + "' argument to '" + name + "' tag must be a number.");
        }
        if (counterName != null) {
            frame.set(counterName, count);
        }
        String several = plural == null ? "" : plural.id;
        long n = number.doubleValue() == number.longValue() ? number.longValue() : 2;
        return said == null
                ? Gettext.ngettext(singular.id, several, n)
                : Gettext.npgettext(said, singular.id, several, n);
    }

    private Map<String, String> shown(Frame frame) {
        var names = new ArrayList<>(singular.names);
        if (plural != null) {
            names.addAll(plural.names);
        }
        var all = new HashMap<String, String>();
        for (String each : names) {
            Object value = frame.get(each);
            if (value == Missing.ABSENT) {
                String invalid = frame.engine.stringIfInvalid();
                value = invalid.contains("%s") ? invalid.replace("%s", each) : invalid;
            }
            all.put(each, Texts.rendered(frame, Variable.settled(value)).text());
        }
        return all;
    }
}
