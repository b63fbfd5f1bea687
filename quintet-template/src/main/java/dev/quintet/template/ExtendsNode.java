package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `{% extends "base.html" %}`: renders the parent with this template's blocks in place of its own.
final class ExtendsNode extends Node {

    private final Value parent;
    private final String ownName;

    /// The parent, where its name is a literal and templates stay as they are.
    private @Nullable Template kept;

    private ExtendsNode(Place place, Value parent, String ownName) {
        super(place);
        this.parent = parent;
        this.ownName = ownName;
    }

    static Node compile(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 2) {
            throw parser.error(tag, "'extends' takes one argument");
        }
        if (parser.memory.put("extends", tag) != null) {
            throw parser.error(tag, "'extends' cannot appear more than once in the same template");
        }
        Value parent = parser.value(tag, Paths.relative(parser, tag, words.get(1), false));
        parser.mention(Mention.Kind.TEMPLATE, tag, parent);
        parser.parent = parent.literal();
        parser.parse(List.of()); // what is not in blocks is not shown
        return new ExtendsNode(tag.place(), parent, parser.name);
    }

    @Override
    void render(Frame frame) {
        Template child = frame.template;
        Template template = parent(frame);
        Blocks blocks = frame.blocks;
        if (template.isForeign()) {
            throw Failures.render(
                    "template.E046",
                    "'" + template.name() + "' is of another language and cannot be extended.");
        }
        boolean before = frame.extending;
        frame.extending = true;
        frame.enter();
        try {
            frame.blocks = blocks.plus(template);
            template.body(frame);
        } catch (TemplateRenderException failure) {
            throw failure.from(place);
        } finally {
            frame.extending = before;
            frame.template = child;
            frame.blocks = blocks;
            frame.leave();
        }
    }

    private Template parent(Frame frame) {
        Template known = kept;
        if (known != null) {
            return known;
        }
        Template found = look(frame);
        String literal = parent.literal();
        // a template that extends its own name gets the next of that name, which depends on the
        // child
        boolean fixed =
                literal != null
                        && !literal.equals(ownName)
                        && !literal.equals(frame.template.name());
        if (fixed && !frame.engine.reloads()) {
            kept = found;
        }
        return found;
    }

    private Template look(Frame frame) {
        Object value = parent.get(frame);
        if (value instanceof Template template) {
            return template;
        }
        String name = value == null || value == Missing.ABSENT ? "" : Texts.plain(frame, value);
        if (name.isEmpty()) {
            throw Failures.render(
                    "template.E011",
                    "Invalid template name in 'extends' tag: '"
                            + name
                            + "'. Got this from the '"
                            + parent.text
                            + "' variable.");
        }
        return frame.engine.parent(name, frame, ownName);
    }
}
