package dev.quintet.kernel.i18n;

import dev.quintet.kernel.text.TextException;
import dev.quintet.kernel.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the texts to translate in templates: `translate`, `blocktranslate`, and `_("...")`.
final class TemplateTexts {

    private static final List<String> CLOSERS = List.of("%}", "}}", "#}", "\n");
    private static final int LINE_END = 3;

    private final String source;
    private final String file;
    private final int[] closers = {-1, -1, -1, -1};
    private final List<Message> found = new ArrayList<>();
    private @Nullable String comment;
    private int line = 1;
    private int counted;
    private boolean remark;
    private @Nullable Block block;

    /// A `blocktranslate` that is not closed yet.
    private static final class Block {
        private final StringBuilder singular = new StringBuilder();
        private final StringBuilder plural = new StringBuilder();
        private boolean many;
        private boolean trimmed;
        private @Nullable String context;
        private int line;

        StringBuilder text() {
            return many ? plural : singular;
        }
    }

    private TemplateTexts(String source, String file) {
        this.source = source;
        this.file = file;
    }

    static List<Message> of(String source, String file) {
        return new TemplateTexts(source, file).scan();
    }

    private List<Message> scan() {
        int done = 0;
        int at = source.indexOf('{');
        while (at >= 0 && at + 1 < source.length()) {
            char kind = source.charAt(at + 1);
            int mark = "%{#".indexOf(kind);
            int end = mark < 0 ? source.length() : next(mark, at + 2);
            if (end == source.length() || next(LINE_END, at) < end) {
                // a tag ends on its line
                at = source.indexOf('{', at + 1);
                continue;
            }
            text(source.substring(done, at));
            countTo(at);
            String inside = source.substring(at + 2, end).strip();
            switch (kind) {
                case '%' -> tag(inside);
                case '{' -> variable(inside);
                default -> comment(inside);
            }
            done = end + 2;
            at = source.indexOf('{', done);
        }
        return found;
    }

    /// Where the next of {@link #CLOSERS} is from a place on; each is looked for once on the way.
    private int next(int closer, int from) {
        if (closers[closer] < from) {
            int found = source.indexOf(CLOSERS.get(closer), from);
            closers[closer] = found < 0 ? source.length() : found;
        }
        return closers[closer];
    }

    private void countTo(int at) {
        for (; counted < at; counted++) {
            line += source.charAt(counted) == '\n' ? 1 : 0;
        }
    }

    private void text(String text) {
        if (block != null) {
            block.text().append(text.replace("%", "%%"));
        } else if (remark) {
            comment(text);
        }
    }

    private void comment(String text) {
        String stripped = text.strip();
        if (stripped.toLowerCase(Locale.ROOT).startsWith("translators")) {
            comment = stripped;
        }
    }

    private void variable(String inside) {
        if (block != null) {
            int bar = inside.indexOf('|');
            String name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
            block.text().append("%(").append(name).append(")s");
        } else {
            marked(inside);
        }
    }

    private void tag(String inside) {
        List<String> words = Words.smartSplit(inside);
        String name = words.isEmpty() ? "" : words.getFirst();
        Block open = block;
        if (open != null) {
            if (name.equals("plural")) {
                open.many = true;
            } else if (name.equals("endblocktranslate") || name.equals("endblocktrans")) {
                close(open);
            }
            return;
        }
        switch (name) {
            case "comment" -> remark = true;
            case "endcomment" -> remark = false;
            case "translate", "trans" -> translate(words);
            case "blocktranslate", "blocktrans" -> {
                var begun = new Block();
                begun.line = line;
                begun.trimmed = words.contains("trimmed");
                begun.context = context(words);
                block = begun;
            }
            default -> marked(inside);
        }
    }

    private void close(Block open) {
        String singular = finished(open.singular, open.trimmed);
        String plural = open.many ? finished(open.plural, open.trimmed) : null;
        add(open.context, singular, plural, open.line);
        block = null;
    }

    private static String finished(StringBuilder text, boolean trimmed) {
        if (!trimmed) {
            return text.toString();
        }
        return String.join(" ", text.toString().strip().lines().map(String::strip).toList());
    }

    private void translate(List<String> words) {
        String text = words.size() > 1 ? literal(words.get(1)) : null;
        if (text != null) {
            add(context(words), text.replace("%", "%%"), null, line);
        }
        words.forEach(this::marked);
    }

    private static @Nullable String context(List<String> words) {
        int at = words.indexOf("context");
        return at > 0 && at + 1 < words.size() ? literal(words.get(at + 1)) : null;
    }

    private static @Nullable String literal(String word) {
        char first = word.isEmpty() ? ' ' : word.charAt(0);
        if (first != '"' && first != '\'') {
            return null;
        }
        int end = word.indexOf(first, 1);
        while (end > 0 && word.charAt(end - 1) == '\\') {
            end = word.indexOf(first, end + 1);
        }
        try {
            return end < 0 ? null : Words.unescapeLiteral(word.substring(0, end + 1));
        } catch (TextException notOne) {
            return null;
        }
    }

    /// `_("...")` anywhere in a tag or variable.
    private void marked(String inside) {
        for (int at = inside.indexOf("_("); at >= 0; at = inside.indexOf("_(", at + 2)) {
            String text = literal(inside.substring(at + 2));
            if (text != null) {
                add(null, text.replace("%", "%%"), null, line);
            }
        }
    }

    private void add(@Nullable String context, String id, @Nullable String plural, int line) {
        if (!id.isEmpty()) {
            Message message = Message.found(context, id, plural, file + ":" + line);
            found.add(comment == null ? message : message.withComments(List.of(comment)));
        }
        comment = null;
    }
}
