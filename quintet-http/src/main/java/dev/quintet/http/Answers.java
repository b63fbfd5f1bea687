package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.SafeString;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes responses of what views return.
final class Answers {

    private Answers() {}

    /// {@return the response that a view's answer becomes}
    ///
    /// @param pattern of the route, for the message
    /// @throws NoAnswerException when it is nothing that can be sent
    static Response of(Request request, @Nullable Object answer, String pattern) throws Exception {
        return switch (answer) {
            case Response response -> response;
            case Renderable page -> request.hooks().beforeRendering(request, page).render(request);
            case SafeString html -> Response.html(html);
            case CharSequence text -> Response.text(text.toString());
            case Record json -> Response.json(json);
            case Map<?, ?> json -> Response.json(json);
            case Collection<?> json -> Response.json(json);
            case null ->
                    throw new NoAnswerException(
                            Problem.of("http.E032", "The view of '" + pattern + "' returned null.")
                                    .fixedBy(
                                            "Return a response, such as"
                                                    + " Response.noContent()."));
            default ->
                    throw new NoAnswerException(
                            Problem.of(
                                            "http.E033",
                                            "The view of '"
                                                    + pattern
                                                    + "' returned a "
                                                    + answer.getClass().getSimpleName()
                                                    + ", which cannot be sent.")
                                    .because(
                                            "A view returns a Response, text, a SafeString, a"
                                                    + " record, a map, a list or a Renderable.")
                                    .fixedBy("Return Response.json(...) of it, or a page."));
        };
    }
}
