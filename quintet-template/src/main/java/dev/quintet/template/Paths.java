package dev.quintet.template;

import java.util.ArrayList;
import java.util.List;

/// Names of templates relative to the one that mentions them: `"./row.html"`, `"../base.html"`.
final class Paths {

    private Paths() {}

    /// {@return `word` with a relative name in quotes made absolute}
    static String relative(Parser parser, Token tag, String word, boolean itselfToo) {
        String bare = word.length() > 1 ? word.substring(1, word.length() - 1) : "";
        boolean quoted = word.startsWith("\"") || word.startsWith("'");
        if (!quoted || (!bare.startsWith("./") && !bare.startsWith("../"))) {
            return word;
        }
        List<String> steps = new ArrayList<>(List.of(parser.name.split("/", -1)));
        steps.removeLast();
        for (String step : bare.split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    throw parser.error(
                            tag,
                            "The relative path '"
                                    + word
                                    + "' points outside the file hierarchy that template '"
                                    + parser.name
                                    + "' is in.");
                }
                steps.removeLast();
            } else if (!step.equals(".") && !step.isEmpty()) {
                steps.add(step);
            }
        }
        String name = String.join("/", steps);
        if (!itselfToo && name.equals(parser.name)) {
            throw parser.error(
                    tag,
                    "The relative path '"
                            + word
                            + "' was translated to template name '"
                            + name
                            + "', the same template in which the tag appears.");
        }
        return "\"" + name + "\"";
    }
}
