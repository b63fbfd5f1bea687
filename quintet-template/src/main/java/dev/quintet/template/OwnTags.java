package dev.quintet.template;

import dev.quintet.kernel.text.SafeString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Compiles the tags that users write in Java.
final class OwnTags {

    private OwnTags() {}

    /// The words behind a tag's name: values, named values, `as variable`.
    private record Words(List<Value> values, Map<String, Value> named, @Nullable String as) {

        static Words of(Parser parser, Token tag) {
            List<String> words = new ArrayList<>(tag.split());
            words.removeFirst();
            String as = null;
            if (words.size() >= 2 && words.get(words.size() - 2).equals("as")) {
                as = words.getLast().intern();
                words = new ArrayList<>(words.subList(0, words.size() - 2));
            }
            var values = new ArrayList<Value>();
            var named = new LinkedHashMap<String, Value>();
            while (!words.isEmpty()) {
                Map<String, Value> pairs = parser.assignments(tag, words, false);
                named.putAll(pairs);
                if (!words.isEmpty()) {
                    if (!named.isEmpty()) {
                        throw parser.error(
                                tag,
                                "'"
                                        + tag.command()
                                        + "' received some positional argument(s) after some"
                                        + " keyword argument(s)");
                    }
                    values.add(parser.value(tag, words.removeFirst()));
                }
            }
            return new Words(values, named, as);
        }

        TagCall call(String tag, Frame frame) {
            var found = new ArrayList<@Nullable Object>();
            for (Value value : values) {
                found.add(value.get(frame));
            }
            var byName = new LinkedHashMap<String, @Nullable Object>();
            named.forEach((name, value) -> byName.put(name, value.get(frame)));
            return new TagCall(tag, found, byName, frame.variables());
        }

        void show(Frame frame, @Nullable Object result) {
            if (as != null) {
                frame.set(as, result);
            } else if (result != null) {
                VariableNode.write(frame, result);
            }
        }
    }

    static TagCompiler simple(String name, Function<TagCall, ? extends @Nullable Object> body) {
        return (parser, tag) -> {
            Words words = Words.of(parser, tag);
            return new Closure(
                    tag.place(), frame -> words.show(frame, body.apply(words.call(name, frame))));
        };
    }

    static TagCompiler block(
            String name, BiFunction<TagCall, SafeString, ? extends @Nullable Object> body) {
        return (parser, tag) -> {
            Words words = Words.of(parser, tag);
            NodeList content = parser.parse(List.of("end" + name));
            parser.next();
            return new Closure(
                    tag.place(),
                    frame -> {
                        TagCall call = words.call(name, frame);
                        var inner = new SafeString(frame.capture(content));
                        words.show(frame, body.apply(call, inner));
                    });
        };
    }

    static TagCompiler inclusion(
            String name,
            String template,
            Function<TagCall, ? extends Map<String, ? extends @Nullable Object>> body) {
        return (parser, tag) -> {
            parser.mentions.add(new Mention(Mention.Kind.TEMPLATE, template, tag.place()));
            Words words = Words.of(parser, tag);
            return new Closure(
                    tag.place(),
                    frame -> {
                        Map<String, ? extends @Nullable Object> own =
                                body.apply(words.call(name, frame));
                        Frame inner = frame.isolated();
                        Object token = frame.get("csrf_token");
                        if (token != Missing.ABSENT) {
                            inner.set("csrf_token", token);
                        }
                        own.forEach(inner::set);
                        try {
                            frame.engine.get(template).renderInto(inner);
                        } catch (TemplateRenderException failure) {
                            throw failure.from(tag.place());
                        }
                    });
        };
    }
}
