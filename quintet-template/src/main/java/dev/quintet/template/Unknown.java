package dev.quintet.template;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says which name was not found, and what there is instead.
final class Unknown {

    private Unknown() {}

    static TemplateRenderException variable(Frame frame, Variable variable) {
        String[] words = variable.text.split("\\.", -1);
        Map<String, @Nullable Object> known = frame.variables();
        if (!known.containsKey(words[0])) {
            return failure(
                    "There is no variable '" + words[0] + "'.",
                    known.isEmpty()
                            ? "The context is empty."
                            : "There are: " + list(known.keySet()),
                    Nearest.question(words[0], known.keySet()));
        }
        Object value = known.get(words[0]);
        for (int i = 1; i < words.length; i++) {
            Object next = Variable.attribute(frame.engine.access(), value, words[i]);
            if (next == Missing.ABSENT) {
                return attribute(
                        value, String.join(".", java.util.List.of(words).subList(0, i)), words[i]);
            }
            value = next;
        }
        return failure("'" + variable.text + "' has no value.", null, null);
    }

    static TemplateRenderException argument(Frame frame, Value.Call[] calls) {
        for (Value.Call call : calls) {
            if (call.name() != null && call.name().resolve(frame) == Missing.ABSENT) {
                return variable(frame, call.name());
            }
        }
        return failure("An argument of a filter has no value.", null, null);
    }

    private static TemplateRenderException attribute(
            @Nullable Object value, String path, String name) {
        if (value == null) {
            return failure("'" + path + "' is null and has no '" + name + "'.", null, null);
        }
        var names = new ArrayList<String>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> names.add(String.valueOf(key)));
        } else {
            names.addAll(Accessors.names(value.getClass()));
        }
        return failure(
                "'" + path + "' has no '" + name + "'.",
                "It is of "
                        + value.getClass()
                        + (names.isEmpty() ? "." : ", which has: " + list(names)),
                Nearest.question(name, names));
    }

    private static String list(java.util.Collection<String> names) {
        return String.join(", ", names.stream().sorted().limit(30).toList()) + ".";
    }

    private static TemplateRenderException failure(
            String problem, @Nullable String cause, @Nullable String fix) {
        return new TemplateRenderException(
                Problem.of("template.E021", problem).because(cause).fixedBy(fix), null);
    }
}
