package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `{% component "card" title=album.title %}...{% endcomponent %}`.
final class ComponentNode extends Node {

    private final Value name;
    private final Map<String, Value> given;
    private final Map<String, Fills.Fill> fills;
    private final Map<String, Boolean> filled = new HashMap<>();

    /// The template that was held against this use, where its name is a literal.
    private @Nullable Template checked;

    ComponentNode(
            Place place, Value name, Map<String, Value> given, Map<String, Fills.Fill> fills) {
        super(place);
        this.name = name;
        this.given = given;
        this.fills = fills;
        fills.keySet().forEach(slot -> filled.put(slot, true));
    }

    /// {@return where the template of a component is}
    static String templateName(String component) {
        return "components/" + component + ".html";
    }

    @Override
    void render(Frame frame) {
        Object wanted = name.get(frame);
        String component = wanted == null ? "" : Texts.plain(frame, wanted);
        Template template = frame.engine.get(templateName(component));
        Declaration declaration = template.declaration();
        if (template != checked) {
            for (Declaration.Mistake each :
                    declaration.mistakes(component, given.keySet(), fills.keySet())) {
                throw failure(each);
            }
            checked = template;
        }
        frame.step();
        Frame inner = frame.isolated();
        for (String common : List.of("csrf_token", "request")) {
            Object value = frame.get(common);
            if (value != Missing.ABSENT) {
                inner.set(common, value);
            }
        }
        for (Parameter parameter : declaration.parameters().values()) {
            inner.set(parameter.name(), value(frame, inner, component, parameter));
        }
        inner.set("slots", filled);
        inner.fills = new Fills(frame, fills);
        for (String asset : declaration.assets()) {
            frame.page().attach(frame.out, asset);
        }
        try {
            template.renderInto(inner);
        } catch (TemplateRenderException failure) {
            throw failure.from(place);
        }
    }

    private @Nullable Object value(
            Frame frame, Frame inner, String component, Parameter parameter) {
        Value own = given.get(parameter.name());
        if (own == null) {
            Value fallback = parameter.fallback();
            return fallback == null ? null : fallback.get(inner);
        }
        Object value = frame.engine.strict() ? own.get(frame) : own.orNull(frame);
        if (value == null || value == Missing.ABSENT) {
            if (parameter.optional()) {
                return null;
            }
            throw failure(Declaration.unfit(component, parameter, "nothing"));
        }
        if (!parameter.kind().takes(value)) {
            String got = value.getClass().getSimpleName();
            throw failure(Declaration.unfit(component, parameter, "'" + own.text + "' of " + got));
        }
        return value;
    }

    private static TemplateRenderException failure(Declaration.Mistake mistake) {
        return new TemplateRenderException(
                Problem.of(mistake.code(), mistake.problem()).fixedBy(mistake.fix()), null);
    }
}
