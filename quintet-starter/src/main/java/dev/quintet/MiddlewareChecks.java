package dev.quintet;

import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import java.util.List;
import java.util.Set;

/// Holds the site's middleware against what each says of its neighbours.
public final class MiddlewareChecks implements Check {

    /// For {@link java.util.ServiceLoader}.
    public MiddlewareChecks() {}

    @Override
    public Set<String> tags() {
        return Set.of("http");
    }

    @Override
    public List<CheckMessage> run(Context site) {
        return site.find(RunningSite.KEY)
                .map(running ->
                        running.conflicts().stream().map(MiddlewareChecks::message).toList())
                .orElse(List.of());
    }

    private static CheckMessage message(Problem problem) {
        CheckMessage message = CheckMessage.error(problem.code(), problem.problem(), "middleware");
        return problem.fix() == null ? message : message.hint(problem.fix());
    }
}
