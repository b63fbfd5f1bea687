package dev.quintet.kernel.i18n;

import dev.quintet.kernel.text.scan.Chars;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a catalogue as the text of a `.po` file, as gettext's tools do.
final class PoText {

    /// Around names of files that have spaces in them.
    static final char NAME_BEGINS = '\u2068';

    static final char NAME_ENDS = '\u2069';

    private final StringBuilder out = new StringBuilder();
    private final int forms;

    /// What each line begins with: `#~ ` for texts that are gone.
    private String margin = "";

    private PoText(int forms) {
        this.forms = forms;
    }

    static String of(Catalogue catalogue) {
        var text = new PoText(catalogue.plurals().forms());
        text.remark("#", catalogue.leftovers().notes());
        text.out.append("msgid \"\"\nmsgstr \"\"\n");
        catalogue
                .headers()
                .forEach((key, value) -> text.quoted(key + ": " + value + "\n").append('\n'));
        catalogue.messages().forEach(text::entry);
        for (Message gone : catalogue.obsolete()) {
            text.gone(gone);
        }
        return text.out.toString();
    }

    private void entry(Message message) {
        Remarks remarks = message.remarks();
        out.append('\n');
        remark("#", remarks.notes());
        remark("#.", remarks.comments());
        for (String place : remarks.places()) {
            boolean spaced = place.indexOf(' ') >= 0;
            remark("#:", List.of(spaced ? NAME_BEGINS + place + NAME_ENDS : place));
        }
        flags(message);
        if (message.fuzzy() && remarks.previous() != null) {
            margin = "#| ";
            field("msgid", remarks.previous());
            margin = "";
        }
        fields(message);
    }

    private void gone(Message message) {
        out.append('\n');
        remark("#", message.remarks().notes());
        flags(message);
        margin = "#~ ";
        fields(message);
        margin = "";
    }

    private void flags(Message message) {
        List<String> flags = message.remarks().flags();
        if (message.fuzzy() || !flags.isEmpty()) {
            String fuzzy = message.fuzzy() ? flags.isEmpty() ? "fuzzy" : "fuzzy, " : "";
            out.append("#, ").append(fuzzy).append(String.join(", ", flags)).append('\n');
        }
    }

    private void remark(String mark, List<String> lines) {
        for (String text : lines) {
            // A line end within a comment would begin something else.
            for (String line : text.split("\\R", -1)) {
                out.append(mark);
                if (!line.isBlank()) {
                    out.append(' ').append(line.strip());
                }
                out.append('\n');
            }
        }
    }

    private void fields(Message message) {
        @Nullable String context = message.context();
        if (context != null) {
            field("msgctxt", context);
        }
        field("msgid", message.id());
        List<String> translations = message.translations();
        @Nullable String plural = message.plural();
        if (plural == null) {
            field("msgstr", translations.isEmpty() ? "" : translations.getFirst());
            return;
        }
        field("msgid_plural", plural);
        for (int i = 0; i < Math.max(forms, translations.size()); i++) {
            field("msgstr[" + i + "]", i < translations.size() ? translations.get(i) : "");
        }
    }

    private void field(String keyword, String text) {
        out.append(margin).append(keyword).append(' ');
        if (text.indexOf('\n') < 0 || text.indexOf('\n') == text.length() - 1) {
            quoted(text).append('\n');
            return;
        }
        out.append("\"\"\n");
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) + 1;
            end = end == 0 ? text.length() : end;
            out.append(margin);
            quoted(text.substring(start, end)).append('\n');
            start = end;
        }
    }

    private StringBuilder quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            @Nullable String escape = Chars.escape(c);
            if (escape != null) {
                out.append(escape);
            } else {
                switch (c) {
                    case '\u000B' -> out.append("\\v");
                    case '\u0007' -> out.append("\\a");
                    default -> out.append(c);
                }
            }
        }
        return out.append('"');
    }
}
