package dev.quintet.template;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a template says of itself as a component: its parameters, slots and assets.
///
/// @param parameters by their names, in order
/// @param slots the names of its slots, `default` for the one without a name
/// @param assets the static files that a page with it needs
record Declaration(Map<String, Parameter> parameters, Set<String> slots, List<String> assets) {

    /// The name of the slot that needs none.
    static final String DEFAULT_SLOT = "default";

    /// A mistake in how a component is used.
    ///
    /// @param code of the problem
    /// @param problem what is wrong
    /// @param fix the way out, or `null`
    record Mistake(String code, String problem, @Nullable String fix) {}

    /// {@return what is wrong about giving a component these parameters and fillings}
    List<Mistake> mistakes(String component, Set<String> given, Set<String> filled) {
        var found = new ArrayList<Mistake>();
        for (Parameter each : parameters.values()) {
            if (each.isRequired() && !given.contains(each.name())) {
                found.add(missing(component, each));
            }
        }
        for (String each : given) {
            if (!parameters.containsKey(each)) {
                found.add(
                        new Mistake(
                                "template.E051",
                                "The component '"
                                        + component
                                        + "' has no parameter '"
                                        + each
                                        + "'.",
                                parameters.isEmpty()
                                        ? "Declare it: {% parameters " + each + " %}."
                                        : Nearest.question(each, parameters.keySet())));
            }
        }
        for (String each : filled) {
            if (!slots.contains(each)) {
                found.add(
                        new Mistake(
                                "template.E053",
                                "The component '"
                                        + component
                                        + "' has no slot"
                                        + (each.equals(DEFAULT_SLOT) ? "" : " '" + each + "'")
                                        + " to be filled.",
                                Nearest.question(each, slots)));
            }
        }
        return found;
    }

    static Mistake missing(String component, Parameter parameter) {
        return new Mistake(
                "template.E050",
                "The component '" + component + "' needs '" + parameter.name() + "'.",
                "Write " + parameter.name() + "=..., or give it a default where it is declared.");
    }

    static Mistake unfit(String component, Parameter parameter, String got) {
        return new Mistake(
                "template.E052",
                "The component '"
                        + component
                        + "' takes "
                        + parameter.kind().word()
                        + " as '"
                        + parameter.name()
                        + "', and got "
                        + got
                        + ".",
                null);
    }

    /// Collects a declaration while its template is parsed.
    static final class Draft {

        final Map<String, Parameter> parameters = new LinkedHashMap<>();
        final Set<String> slots = new java.util.LinkedHashSet<>();
        final List<String> assets = new ArrayList<>();
        boolean declared;

        Declaration done() {
            return new Declaration(
                    java.util.Collections.unmodifiableMap(parameters),
                    Set.copyOf(slots),
                    List.copyOf(assets));
        }
    }

    /// A use of a component, for the check.
    ///
    /// @param name as written
    /// @param template where its template is
    /// @param place of the tag
    /// @param types of what it is given, by name; `null` for what is not known
    /// @param filled the slots that are filled
    record Use(
            String name,
            String template,
            Place place,
            Map<String, java.lang.reflect.@Nullable Type> types,
            Set<String> filled) {}
}
