package dev.quintet.template;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.util.List;

/// A template that no loader has; the problem names every place that was searched. Django:
/// `TemplateDoesNotExist`.
public final class TemplateNotFoundException extends TemplateException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient String name;
    private final transient List<String> searched;

    /// Carries the name and the places where it was looked for.
    public TemplateNotFoundException(String name, List<String> searched) {
        this(
                name,
                searched,
                Problem.of("template.E010", "There is no template '" + name + "'.")
                        .because(
                                searched.isEmpty()
                                        ? "No place was searched: the engine has no loaders."
                                        : "Searched: " + String.join(", ", searched) + ".")
                        .fixedBy("Write it into one of these places, or mend the name."));
    }

    TemplateNotFoundException(String name, List<String> searched, Problem problem) {
        super(problem, List.of(), null);
        this.name = name;
        this.searched = List.copyOf(searched);
    }

    /// {@return the name that was asked for}
    public String name() {
        return name;
    }

    /// {@return every place that was looked at, in order}
    public List<String> searched() {
        return searched;
    }
}
