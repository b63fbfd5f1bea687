package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.template.value.Show;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes what was thrown inside a template say where.
final class Failures {

    private static final int LONGEST = 80;

    private Failures() {}

    /// {@return `failure`, told at which template line it happened}
    static RuntimeException at(Frame frame, Place place, Throwable failure) {
        return switch (failure) {
            case TemplateRenderException known when !known.chain().isEmpty() -> known;
            case TemplateRenderException bare ->
                    new TemplateRenderException(
                            bare.problem().at(place).because(cause(frame, place, bare.problem())),
                            List.of(place),
                            bare.getCause());
            case TemplateException other -> wrap(frame, place, other.problem(), other);
            case QuintetException other -> wrap(frame, place, other.problem(), other);
            default ->
                    wrap(
                            frame,
                            place,
                            Problem.of(
                                    "template.E020",
                                    failure instanceof StackOverflowError
                                            ? "The template nests too deeply."
                                            : describe(failure)),
                            failure);
        };
    }

    /// {@return a failure of the template's own, without a place yet}
    static TemplateRenderException render(String code, String problem) {
        return new TemplateRenderException(Problem.of(code, problem), null);
    }

    /// {@return the failure of a filter that got what it cannot take}
    static TemplateRenderException unfit(String filter, String takes, @Nullable Object got) {
        String shown = got == null ? "nothing" : "'" + Show.JAVA.text(got) + "'";
        if (shown.length() > LONGEST) {
            shown = shown.substring(0, LONGEST) + "…'";
        }
        String kind = got == null ? "" : " (" + got.getClass().getSimpleName() + ")";
        return new TemplateRenderException(
                Problem.of(
                                "template.E025",
                                "The filter '"
                                        + filter
                                        + "' takes "
                                        + takes
                                        + ", and got "
                                        + shown
                                        + kind
                                        + ".")
                        .fixedBy(
                                "Give it such a value, or put a filter before it that makes one,"
                                        + " such as default."),
                null);
    }

    private static TemplateRenderException wrap(
            Frame frame, Place place, Problem problem, Throwable cause) {
        Problem placed =
                new Problem(
                        problem.code(),
                        problem.problem(),
                        cause(frame, place, problem),
                        problem.fix(),
                        place);
        return new TemplateRenderException(placed, List.of(place), cause);
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getName();
        return message == null || message.isBlank() ? kind + " was thrown." : kind + ": " + message;
    }

    private static @Nullable String cause(Frame frame, Place place, Problem problem) {
        String lines = frame.engine.snippet(place);
        if (lines.isEmpty()) {
            return problem.cause();
        }
        return problem.cause() == null ? lines : problem.cause() + "\n" + lines;
    }
}
