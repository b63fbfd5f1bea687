package dev.quintet.template;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.template.value.Items;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The library `i18n`: translate, language and what tells about languages.
final class LanguageTags {

    private LanguageTags() {}

    static Library library() {
        Library library =
                Library.named("i18n")
                        .add("translate", LanguageTags::compileTranslate)
                        .add("trans", LanguageTags::compileTranslate)
                        .add("blocktranslate", BlockTranslate::compile)
                        .add("blocktrans", BlockTranslate::compile)
                        .add("language", LanguageTags::compileLanguage)
                        .add("get_language_info", LanguageTags::compileInfo)
                        .add("get_language_info_list", LanguageTags::compileInfoList)
                        .add("get_available_languages", asVariable(LanguageTags::available))
                        .add("get_current_language", asVariable(_ -> Language.active().code()))
                        .add(
                                "get_current_language_bidi",
                                asVariable(_ -> Language.active().rightToLeft()));
        new Filters(library)
                .text("language_name", (code, _) -> Language.of(code).name())
                .text("language_name_local", (code, _) -> Language.of(code).nameLocal())
                .text("language_name_translated", (code, _) -> translatedName(Language.of(code)))
                .text("language_bidi", (code, _) -> Language.of(code).rightToLeft());
        return library;
    }

    private static Node compileTranslate(Parser parser, Token tag) {
        var words = new ArrayList<>(tag.split());
        String name = words.removeFirst();
        if (words.isEmpty()) {
            throw parser.error(tag, "'" + name + "' takes at least one argument");
        }
        Value message = parser.value(tag, words.removeFirst());
        boolean noop = false;
        String as = null;
        Value context = null;
        var seen = new HashSet<String>();
        while (!words.isEmpty()) {
            String option = words.removeFirst();
            if (!seen.add(option)) {
                throw parser.error(
                        tag, "The '" + option + "' option was specified more than once.");
            }
            switch (option) {
                case "noop" -> noop = true;
                case "context", "as" -> {
                    if (words.isEmpty()) {
                        throw parser.error(
                                tag,
                                "No argument provided to the '"
                                        + name
                                        + "' tag for the "
                                        + option
                                        + " option.");
                    }
                    String value = words.removeFirst();
                    if (option.equals("as")) {
                        as = value.intern();
                    } else if (value.equals("as") || value.equals("noop")) {
                        throw parser.error(
                                tag,
                                "Invalid argument '"
                                        + value
                                        + "' provided to the '"
                                        + name
                                        + "' tag for the context option");
                    } else {
                        context = parser.value(tag, value);
                    }
                }
                default ->
                        throw parser.error(
                                tag,
                                "Unknown argument for '"
                                        + name
                                        + "' tag: '"
                                        + option
                                        + "'. The only options available are 'noop', 'context'"
                                        + " \"xxx\", and 'as VAR'.");
            }
        }
        boolean plain = noop;
        String variable = as;
        Value said = context;
        return new Closure(
                tag.place(),
                frame -> {
                    String in = said == null ? null : Texts.plain(frame, said.get(frame));
                    Object value =
                            plain
                                    ? message.get(frame)
                                    : message.translated(frame, text -> translate(in, text));
                    var shown = Texts.rendered(frame, value);
                    if (variable != null) {
                        frame.set(variable, shown);
                    } else {
                        frame.out.text(shown.text());
                    }
                });
    }

    static String translate(@Nullable String context, String text) {
        if (text.isEmpty()) {
            return text;
        }
        String id = text.replace("%", "%%");
        String found = context == null ? Gettext.gettext(id) : Gettext.pgettext(context, id);
        return found.replace("%%", "%");
    }

    private static Node compileLanguage(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 2) {
            throw parser.error(tag, "'language' takes one argument (language)");
        }
        Value language = parser.value(tag, words.get(1));
        NodeList body = parser.parse(List.of("endlanguage"));
        parser.next();
        return new Closure(
                tag.place(),
                frame -> {
                    Language wanted = Language.of(Texts.plain(frame, language.get(frame)));
                    Context here = Context.find();
                    if (here == null) {
                        here = Context.of(new Settings(), Apps.of(List.of()), frame.engine.clock());
                    }
                    wanted.activateIn(here).run(() -> body.render(frame));
                });
    }

    private interface Made {
        @Nullable Object of(Frame frame);
    }

    private static TagCompiler asVariable(Made made) {
        return (parser, tag) -> {
            List<String> words = tag.split();
            if (words.size() != 3 || !words.get(1).equals("as")) {
                throw parser.error(
                        tag,
                        "'" + words.getFirst() + "' requires 'as variable' (got " + words + ")");
            }
            String name = words.get(2).intern();
            return new Closure(tag.place(), frame -> frame.set(name, made.of(frame)));
        };
    }

    private static List<List<String>> available(Frame frame) {
        return frame.engine.languages().stream()
                .map(code -> List.of(code, translatedName(Language.of(code))))
                .toList();
    }

    private static Node compileInfo(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 5 || !words.get(1).equals("for") || !words.get(3).equals("as")) {
            throw parser.error(
                    tag,
                    "'get_language_info' requires 'for string as variable' (got "
                            + words.subList(1, words.size())
                            + ")");
        }
        Value language = parser.value(tag, words.get(2));
        String name = words.get(4).intern();
        return new Closure(
                tag.place(),
                frame -> frame.set(name, info(Texts.plain(frame, language.get(frame)))));
    }

    private static Node compileInfoList(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 5 || !words.get(1).equals("for") || !words.get(3).equals("as")) {
            throw parser.error(
                    tag,
                    "'get_language_info_list' requires 'for sequence as variable' (got "
                            + words.subList(1, words.size())
                            + ")");
        }
        Value languages = parser.value(tag, words.get(2));
        String name = words.get(4).intern();
        return new Closure(
                tag.place(),
                frame -> {
                    List<@Nullable Object> codes = Items.of(languages.get(frame));
                    var infos = new ArrayList<Map<String, Object>>();
                    for (Object code : codes == null ? List.<@Nullable Object>of() : codes) {
                        List<@Nullable Object> pair =
                                code instanceof CharSequence ? null : Items.of(code);
                        infos.add(info(String.valueOf(pair == null ? code : pair.getFirst())));
                    }
                    frame.set(name, infos);
                });
    }

    private static Map<String, Object> info(String code) {
        Language language = Language.of(code);
        var info = new LinkedHashMap<String, Object>();
        info.put("code", language.code());
        info.put("name", language.name());
        info.put("name_local", language.nameLocal());
        info.put("name_translated", translatedName(language));
        info.put("bidi", language.rightToLeft());
        return info;
    }

    private static String translatedName(Language language) {
        String known = Gettext.gettext(language.name());
        return Objects.equals(known, language.name()) ? language.nameTranslated() : known;
    }
}
