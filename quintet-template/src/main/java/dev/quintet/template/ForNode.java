package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import dev.quintet.template.value.Items;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `{% for item in items %} ... {% empty %} ... {% endfor %}`.
final class ForNode extends Node {

    private final String[] names;
    private final Value sequence;
    private final boolean reversed;
    private final NodeList body;
    private final @Nullable NodeList empty;

    private ForNode(
            Place place,
            String[] names,
            Value sequence,
            boolean reversed,
            NodeList body,
            @Nullable NodeList empty) {
        super(place);
        this.names = names;
        this.sequence = sequence;
        this.reversed = reversed;
        this.body = body;
        this.empty = empty;
    }

    static Node compile(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() < 4) {
            throw parser.error(
                    tag, "'for' statements should have at least four words: " + tag.content());
        }
        boolean reversed = words.getLast().equals("reversed");
        int in = words.size() - (reversed ? 3 : 2);
        if (in < 1 || !words.get(in).equals("in")) {
            throw parser.error(
                    tag, "'for' statements should use the format 'for x in y': " + tag.content());
        }
        String[] names = String.join(" ", words.subList(1, in)).split(" *, *", -1);
        for (int i = 0; i < names.length; i++) {
            if (names[i].isEmpty()
                    || names[i].indexOf(' ') >= 0
                    || names[i].indexOf('"') >= 0
                    || names[i].indexOf('\'') >= 0
                    || names[i].indexOf('|') >= 0) {
                throw parser.error(tag, "'for' tag received an invalid argument: " + tag.content());
            }
            names[i] = names[i].intern();
        }
        Value sequence = parser.value(tag, words.get(in + 1));
        NodeList body =
                parser.parse(List.of("empty", "endfor"), () -> loopTypes(parser, names, sequence));
        NodeList empty = null;
        if (parser.next().command().equals("empty")) {
            empty = parser.parse(List.of("endfor"));
            parser.next();
        }
        return new ForNode(tag.place(), names, sequence, reversed, body, empty);
    }

    private static Map<String, @Nullable Type> loopTypes(
            Parser parser, String[] names, Value sequence) {
        return parser.types == null ? Map.of() : parser.types.loop(names, sequence);
    }

    @Override
    void render(Frame frame) {
        Object value = sequence.orNull(frame);
        List<@Nullable Object> items = items(value == Missing.ABSENT ? null : value);
        if (items.isEmpty()) {
            if (empty != null) {
                int mark = frame.mark();
                empty.render(frame);
                frame.undo(mark);
            }
            return;
        }
        ForLoop outer = frame.loop;
        Object parent = frame.get("forloop");
        var loop = new ForLoop(parent instanceof ForLoop known ? known : null, items.size());
        int mark = frame.mark();
        frame.loop = loop;
        frame.set("forloop", loop);
        try {
            if (names.length == 1) {
                each(frame, loop, items);
            } else {
                unpacked(frame, loop, items);
            }
        } finally {
            frame.undo(mark);
            frame.loop = outer;
        }
    }

    private List<@Nullable Object> items(@Nullable Object value) {
        if (value == null || value == Missing.ABSENT) {
            return List.of();
        }
        List<@Nullable Object> items = Items.of(value);
        if (items == null) {
            throw new TemplateRenderException(
                    dev.quintet.kernel.error.Problem.of(
                                    "template.E022",
                                    "'" + sequence.text + "' cannot be walked through.")
                            .because("It is of " + value.getClass() + ".")
                            .fixedBy("Give a collection, an array, a map, a stream or text."),
                    null);
        }
        if (reversed) {
            items = new ArrayList<>(items);
            Collections.reverse(items);
        }
        return items;
    }

    private void each(Frame frame, ForLoop loop, List<@Nullable Object> items) {
        String name = names[0];
        int at = frame.set(name, null);
        int size = items.size();
        for (int i = 0; i < size; i++) {
            frame.step();
            loop.index = i;
            at = frame.replace(at, name, items.get(i));
            body.render(frame);
        }
    }

    private void unpacked(Frame frame, ForLoop loop, List<@Nullable Object> items) {
        int size = items.size();
        for (int i = 0; i < size; i++) {
            frame.step();
            loop.index = i;
            int mark = frame.mark();
            List<@Nullable Object> parts = parts(frame, items.get(i));
            for (int n = 0; n < names.length; n++) {
                frame.set(names[n], parts.get(n));
            }
            body.render(frame);
            frame.undo(mark);
        }
    }

    private List<@Nullable Object> parts(Frame frame, @Nullable Object item) {
        List<@Nullable Object> parts =
                switch (item) {
                    case Map.Entry<?, ?> entry -> {
                        var pair = new ArrayList<@Nullable Object>(2);
                        pair.add(entry.getKey());
                        pair.add(entry.getValue());
                        yield pair;
                    }
                    case Record record -> components(frame, record);
                    case CharSequence text -> Items.characters(text.toString());
                    case null -> Collections.singletonList(null);
                    default -> Items.of(item);
                };
        int count = parts == null ? 1 : parts.size();
        if (parts == null || count != names.length) {
            throw Failures.render(
                    "template.E022",
                    "Need " + names.length + " values to unpack in for loop; got " + count + ".");
        }
        return parts;
    }

    private static List<@Nullable Object> components(Frame frame, Record record) {
        var parts = new ArrayList<@Nullable Object>();
        for (String name : componentNames(record)) {
            parts.add(Variable.attribute(frame.engine.access(), record, name));
        }
        return parts;
    }

    static List<String> componentNames(Record record) {
        return components(record.getClass());
    }

    /// {@return the names of a record type's components}
    static List<String> components(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        return components == null
                ? List.of()
                : Arrays.stream(components).map(RecordComponent::getName).toList();
    }
}
