package dev.quintet.template;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// No source makes the engine hang, or throw anything but its own.
@Timeout(60)
class FuzzTest {

    private static final String[] PIECES = {
        "{%",
        "%}",
        "{{",
        "}}",
        "{#",
        "#}",
        " ",
        "\n",
        "if",
        "elif",
        "else",
        "endif",
        "for",
        "in",
        "endfor",
        "empty",
        "x",
        "xs",
        "x.0",
        "|",
        ":",
        "upper",
        "default",
        "add",
        "slice",
        "'a'",
        "\"",
        "'",
        "\\",
        "1",
        "-1.5e3",
        "=",
        "as",
        "with",
        "endwith",
        "block",
        "endblock",
        "and",
        "not",
        "or",
        "==",
        "is",
        "cycle",
        "firstof",
        "filter",
        "endfilter",
        "regroup",
        "by",
        "verbatim",
        "endverbatim",
        "comment",
        "endcomment",
        "now",
        "_(",
        ")",
        ".",
        ",",
        "é",
        "\0",
        "load",
        "i18n",
        "blocktranslate",
        "plural",
        "endblocktranslate",
        "extends",
        "include",
        "stringformat",
        "'s'",
        "floatformat",
        "ljust",
        "truncatechars",
        "widthratio",
        "partialdef",
        "component",
        "endcomponent",
        "slot",
        "endslot",
        "fill",
        "endfill",
        "parameters",
        "assets",
        "x:int=1",
        "/"
    };

    private final TemplateEngine trees = engine(-1);
    private final TemplateEngine byteCode = engine(2);
    private int turn;

    private static TemplateEngine engine(int compileAfter) {
        return TemplateEngine.builder()
                .compileAfter(compileAfter)
                .maxSteps(10_000)
                .maxOutputBytes(100_000)
                .maxDepth(20)
                .build();
    }

    @Test
    void survivesRandomTemplates() {
        var random = new Random(7);
        for (int i = 0; i < 30_000; i++) {
            var source = new StringBuilder();
            for (int n = random.nextInt(1, 14); n > 0; n--) {
                if (random.nextInt(3) == 0) {
                    source.append(random.nextBoolean() ? "{% " : "{{ ");
                }
                source.append(PIECES[random.nextInt(PIECES.length)]);
                source.append(random.nextInt(3) == 0 ? "" : " ");
                if (random.nextInt(4) == 0) {
                    source.append(random.nextBoolean() ? " %}" : " }}");
                }
            }
            survives(source.toString());
        }
    }

    @Test
    void takesLinearTimeForHostileSources() {
        int size = 200_000;
        for (String piece :
                List.of(
                        "{%",
                        "{{",
                        "{#",
                        "{% if %}",
                        "{% if x %}",
                        "{{ x|",
                        "{{ '",
                        "{% x '\\' ",
                        "{% with a=",
                        "{",
                        "{% block ",
                        "{{ x }}",
                        "\\'",
                        "{% if not ")) {
            String source = piece.repeat(size / piece.length());
            survives(source);
            survives("{% if " + source.replace("%}", "") + " %}{% endif %}");
            survives("{{ " + source.replace("}}", "") + " }}");
        }
        survives("{{ x" + "|upper".repeat(20_000) + " }}");
        survives("{% if x" + " or x".repeat(20_000) + " %}{% endif %}");
    }

    private void survives(String source) {
        try {
            boolean compiles = ++turn % 10 == 0; // it takes longer than all else
            Template template = (compiles ? byteCode : trees).fromString(source);
            for (int i = 0; i < (compiles ? 3 : 1); i++) {
                template.render(Map.of("x", "text", "xs", List.of(1, "b", List.of())));
            }
        } catch (TemplateException _) {
            return; // its own way to say no
        }
    }
}
