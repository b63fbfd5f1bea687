package dev.quintet.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several {@link Passage}s in a row, the outermost first. Each is guarded by itself: what one
/// throws is an answer to those around it.
final class Passages implements Next {

    private final Passage[] row;
    private final Next inner;
    private final Boundary boundary;

    /// @param inner throws nothing
    Passages(List<Passage> row, Next inner, Boundary boundary) {
        this.row = row.toArray(Passage[]::new);
        this.inner = inner;
        this.boundary = boundary;
    }

    @Override
    public Response handle(Request request) throws Exception {
        var entered = new Request[row.length];
        Request at = request;
        Response response = null;
        int passed = 0;
        while (passed < row.length && response == null) {
            switch (enter(row[passed], at)) {
                case Request on -> entered[passed++] = at = on;
                case Response instead -> response = instead;
            }
        }
        Response answer = response == null ? inner.handle(at) : response;
        while (--passed >= 0) {
            answer = leave(row[passed], entered[passed], answer);
        }
        return answer;
    }

    private Onward enter(Passage passage, Request request) {
        try {
            return passage.enter(request);
        } catch (Exception | StackOverflowError | AssertionError | LinkageError thrown) {
            return boundary.page(request, thrown);
        }
    }

    private Response leave(Passage passage, @Nullable Request request, Response answer) {
        try {
            return passage.leave(java.util.Objects.requireNonNull(request), answer);
        } catch (Exception | StackOverflowError | AssertionError | LinkageError thrown) {
            return boundary.page(java.util.Objects.requireNonNull(request), thrown);
        }
    }
}
