package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import dev.quintet.conformance.realdb.library.Author;
import dev.quintet.conformance.realdb.library.Book;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Recorded queries put in other words, and walked step by step.
class WalkedQueriesTest extends TypedQueries {

    @Test
    void countsByARelationWithACondition() {
        same(
                "multivalued-001",
                () -> {
                    Object condition =
                            ConditionValue.made(
                                    named(Map.of("books__status", 2L, "books__language", "fr")));
                    Object french =
                            call(
                                    objects(Author.class),
                                    "annotate",
                                    named(Map.of("french", relation("books", condition))));
                    return counted(call(french, "filter", named(Map.of("french__isnull", false))));
                });
    }

    @Test
    void filtersBehindARelationWithoutACondition() {
        same(
                "relation-016",
                () -> {
                    Object ties =
                            call(
                                    objects(Book.class),
                                    "alias",
                                    named(Map.of("ties", relation("authorship", null))));
                    return counted(call(ties, "filter", named(Map.of("ties__role", "T"))));
                });
    }

    private static Object relation(String name, @Nullable Object condition) {
        return FilteredRelationValue.made(
                new Arguments(
                        List.of(name),
                        condition == null ? Map.of() : Map.of("condition", condition)));
    }

    private static Object objects(Class<? extends Entity> model) {
        return Objects.requireNonNull(new ModelValue(Mappings.of(model)).attribute("objects"));
    }

    private static Object counted(Object rows) {
        return call(call(rows, "distinct", Arguments.of()), "count", Arguments.of());
    }

    private static Object call(Object target, String method, Arguments arguments) {
        return Objects.requireNonNull(
                Values.call(((PythonObject) target).attribute(method), arguments));
    }

    private static Arguments named(Map<String, Object> values) {
        return new Arguments(List.of(), Map.copyOf(values));
    }
}
