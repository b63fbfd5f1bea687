package dev.quintet.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tags that build pages: block, load, comment, verbatim, autoescape, filter, spaceless,
/// templatetag, partialdef, partial.
final class PageTags {

    private PageTags() {}

    static Node compileBlock(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 2) {
            throw parser.error(tag, "'block' tag takes only one argument");
        }
        String name = words.get(1);
        if (!parser.blockNames.add(name)) {
            throw parser.error(tag, "'block' tag with name '" + name + "' appears more than once");
        }
        if (parser.isInBlock()) {
            parser.innerBlocks.add(name);
        }
        NodeList body = parser.parse(List.of("endblock"));
        Token end = parser.next();
        List<String> ended = end.split();
        if (ended.size() > 1 && !ended.get(1).equals(name)) {
            throw parser.error(
                    end,
                    "template.E002",
                    "Invalid block tag on line "
                            + end.place().line()
                            + ": 'endblock', expected 'endblock' or 'endblock "
                            + name
                            + "'. Did you forget to register or load this tag?",
                    "Write {% endblock " + name + " %}.");
        }
        var block = new BlockNode(tag.place(), name, body);
        parser.blocks.put(name, block);
        return block;
    }

    static Node compileLoad(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() >= 4 && words.get(words.size() - 2).equals("from")) {
            Library library = parser.engine.library(parser, tag, words.getLast());
            parser.load(tag, library, words.subList(1, words.size() - 2));
        } else {
            for (String name : words.subList(1, words.size())) {
                parser.load(tag, parser.engine.library(parser, tag, name), null);
            }
        }
        return Closure.nothing(tag.place());
    }

    static Node compileComment(Parser parser, Token tag) {
        parser.skipPast(tag, "endcomment");
        return Closure.nothing(tag.place());
    }

    static Node compileVerbatim(Parser parser, Token tag) {
        NodeList body = parser.parse(List.of("end" + tag.content()));
        parser.next();
        return body;
    }

    static Node compileAutoescape(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 2) {
            throw parser.error(tag, "'autoescape' tag requires exactly one argument.");
        }
        boolean on = words.get(1).equals("on");
        if (!on && !words.get(1).equals("off")) {
            throw parser.error(tag, "'autoescape' argument should be 'on' or 'off'");
        }
        NodeList body = parser.parse(List.of("endautoescape"));
        parser.next();
        return new Closure(
                tag.place(),
                frame -> {
                    boolean before = frame.autoescape;
                    frame.autoescape = on;
                    try {
                        body.render(frame);
                    } finally {
                        frame.autoescape = before;
                    }
                });
    }

    static Node compileFilter(Parser parser, Token tag) {
        String rest = tag.content().substring(tag.command().length()).strip();
        if (rest.isEmpty()) {
            throw parser.error(tag, "'filter' tag requires a filter.");
        }
        Value value = parser.value(tag, "var|" + rest);
        for (Value.Call call : value.calls()) {
            if (call.filter().name().equals("escape") || call.filter().name().equals("safe")) {
                throw parser.error(
                        tag,
                        "\"filter "
                                + call.filter().name()
                                + "\" is not permitted.  Use the \"autoescape\" tag instead.");
            }
        }
        NodeList body = parser.parse(List.of("endfilter"));
        parser.next();
        String name = "var".intern();
        return new Closure(
                tag.place(),
                frame -> {
                    String inner = frame.capture(body);
                    int mark = frame.mark();
                    frame.set(name, new dev.quintet.kernel.text.SafeString(inner));
                    Object result = value.get(frame);
                    frame.undo(mark);
                    frame.out.text(Texts.plain(frame, result));
                });
    }

    static Node compileSpaceless(Parser parser, Token tag) {
        NodeList body = parser.parse(List.of("endspaceless"));
        parser.next();
        return new Closure(
                tag.place(),
                frame ->
                        frame.out.text(
                                dev.quintet.kernel.text.Html.stripSpacesBetweenTags(
                                        frame.capture(body).strip())));
    }

    static Node compileTemplateTag(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 2) {
            throw parser.error(tag, "'templatetag' statement takes one argument");
        }
        String text =
                switch (words.get(1)) {
                    case "openblock" -> "{%";
                    case "closeblock" -> "%}";
                    case "openvariable" -> "{{";
                    case "closevariable" -> "}}";
                    case "openbrace" -> "{";
                    case "closebrace" -> "}";
                    case "opencomment" -> "{#";
                    case "closecomment" -> "#}";
                    default ->
                            throw parser.error(
                                    tag,
                                    "Invalid templatetag argument: '"
                                            + words.get(1)
                                            + "'. Must be one of: openblock, closeblock,"
                                            + " openvariable, closevariable, openbrace, closebrace,"
                                            + " opencomment, closecomment");
                };
        return new TextNode(tag.place(), text);
    }

    static Node compilePartialDef(Parser parser, Token tag) {
        List<String> words = tag.split();
        boolean inline = words.size() == 3 && words.get(2).equals("inline");
        if (words.size() != 2 && !inline) {
            throw parser.error(
                    tag, "'partialdef' takes a name, and 'inline' if it is to be shown in place");
        }
        String name = words.get(1);
        if (parser.partials.containsKey(name)) {
            throw parser.error(
                    tag,
                    "Partial '"
                            + name
                            + "' is already defined in the '"
                            + parser.name
                            + "' template.");
        }
        NodeList body = parser.parse(List.of("endpartialdef"));
        List<String> end = parser.next().split();
        if (end.size() > 1 && !end.get(1).equals(name)) {
            throw parser.error(tag, "expected endpartialdef " + name + ".");
        }
        parser.partials.put(name, body);
        return inline ? body : Closure.nothing(tag.place());
    }

    static Node compilePartial(Parser parser, Token tag) {
        List<String> words = new ArrayList<>(tag.split());
        if (words.size() != 2) {
            throw parser.error(tag, "'partial' tag requires a single argument");
        }
        String name = words.get(1);
        var partials = parser.partials;
        return new Closure(
                tag.place(),
                frame -> {
                    @Nullable NodeList body = partials.get(name);
                    if (body == null) {
                        throw Failures.render(
                                "template.E012",
                                "The partial '"
                                        + name
                                        + "' is not defined in this template. There are: "
                                        + String.join(", ", partials.keySet())
                                        + ".");
                    }
                    frame.enter();
                    frame.step();
                    try {
                        body.render(frame);
                    } finally {
                        frame.leave();
                    }
                });
    }
}
