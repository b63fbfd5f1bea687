package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.util.List;

/// The fields by which a model's rows are early or late.
final class LatestBy {

    private LatestBy() {}

    static List<String> of(ModelMapping<?> mapping) {
        List<String> told = mapping.state().options().latestBy();
        if (!told.isEmpty()) {
            return told;
        }
        throw new QueryException(
                Problem.of("orm.E117", "earliest() and latest() need to know by what.")
                        .because(mapping.state().label() + " names no field for it.")
                        .fixedBy("Name one: latest(\"released\"); or say @Meta(latestBy = ...)."));
    }
}
