package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import dev.quintet.template.value.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `{% include "row.html" with album=a only %}`.
final class IncludeNode extends Node {

    private final Value template;
    private final String[] names;
    private final Value[] values;
    private final boolean only;

    /// The template, where its name is a literal and templates stay as they are.
    private @Nullable Template kept;

    private IncludeNode(Place place, Value template, Map<String, Value> with, boolean only) {
        super(place);
        this.template = template;
        this.names = with.keySet().toArray(String[]::new);
        this.values = with.values().toArray(Value[]::new);
        this.only = only;
    }

    static Node compile(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() < 2) {
            throw parser.error(
                    tag,
                    "'include' tag takes at least one argument: the name of the template to be"
                            + " included.");
        }
        Map<String, Value> with = Map.of();
        boolean only = false;
        boolean seenWith = false;
        var rest = new ArrayList<>(words.subList(2, words.size()));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            if (option.equals("with") && !seenWith) {
                seenWith = true;
                with = parser.assignments(tag, rest, false);
                if (with.isEmpty()) {
                    throw parser.error(
                            tag, "\"with\" in 'include' tag needs at least one keyword argument.");
                }
            } else if (option.equals("only") && !only) {
                only = true;
            } else if (option.equals("only") || option.equals("with")) {
                throw parser.error(
                        tag, "The '" + option + "' option was specified more than once.");
            } else {
                throw parser.error(tag, "Unknown argument for 'include' tag: '" + option + "'.");
            }
        }
        Value template = parser.value(tag, Paths.relative(parser, tag, words.get(1), true));
        parser.mention(Mention.Kind.TEMPLATE, tag, template);
        return new IncludeNode(tag.place(), template, with, only);
    }

    @Override
    void render(Frame frame) {
        Template found = find(frame);
        frame.step();
        if (only) {
            Frame inner = frame.isolated();
            for (int i = 0; i < names.length; i++) {
                inner.set(names[i], values[i].get(frame));
            }
            try {
                found.renderInto(inner);
            } catch (TemplateRenderException failure) {
                throw failure.from(place);
            }
            return;
        }
        int mark = frame.mark();
        try {
            FlowTags.bind(frame, names, values);
            found.renderInto(frame);
        } catch (TemplateRenderException failure) {
            throw failure.from(place);
        } finally {
            frame.undo(mark);
        }
    }

    private Template find(Frame frame) {
        Template known = kept;
        if (known != null) {
            return known;
        }
        Template found = look(frame);
        if (template.literal() != null && !frame.engine.reloads()) {
            kept = found;
        }
        return found;
    }

    private Template look(Frame frame) {
        Object value = template.get(frame);
        if (value instanceof Template ready) {
            return ready;
        }
        if (value instanceof CharSequence) {
            String name = Texts.plain(frame, value);
            if (!name.isEmpty()) {
                return frame.engine.get(name);
            }
        }
        List<String> names = new ArrayList<>();
        if (!(value instanceof CharSequence)) {
            List<?> items = Items.of(value);
            for (Object item : items == null ? List.of() : items) {
                names.add(Objects.toString(item));
            }
        }
        return frame.engine.select(names);
    }
}
