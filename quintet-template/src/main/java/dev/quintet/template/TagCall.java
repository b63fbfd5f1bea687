package dev.quintet.template;

import dev.quintet.kernel.error.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One use of an own tag while a page renders: its arguments, and the page's variables.
///
/// @param tag the tag's name
/// @param arguments the values without a name, in order
/// @param named the values with a name
/// @param variables the page's variables, by name; a copy
public record TagCall(
        String tag,
        List<@Nullable Object> arguments,
        Map<String, @Nullable Object> named,
        Map<String, @Nullable Object> variables) {

    /// {@return an argument by its place, from 0}
    ///
    /// @throws TemplateRenderException when there are fewer
    public @Nullable Object argument(int place) {
        if (place >= arguments.size()) {
            throw new TemplateRenderException(
                    Problem.of(
                                    "template.E024",
                                    "The tag '"
                                            + tag
                                            + "' needs "
                                            + (place + 1)
                                            + " arguments and got "
                                            + arguments.size()
                                            + ".")
                            .fixedBy("Write the missing ones behind the tag's name."),
                    null);
        }
        return arguments.get(place);
    }

    /// {@return an argument by its name, or `other` where it was not given}
    public @Nullable Object named(String name, @Nullable Object other) {
        return named.containsKey(name) ? named.get(name) : other;
    }
}
