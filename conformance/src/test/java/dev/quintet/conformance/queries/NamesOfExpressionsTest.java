package dev.quintet.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Q;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What recorded queries may name besides fields.
class NamesOfExpressionsTest {

    private static final Map<String, @Nullable Object> NAMES = ExpressionNames.names();

    @Test
    void knowsEveryFunctionOfDjango() {
        assertThat(NAMES)
                .containsKeys("Cast", "Coalesce", "Collate", "Greatest", "Least", "NullIf")
                .containsKeys("JSONArray", "JSONObject", "Now", "Extract", "Trunc", "Random", "Pi")
                .containsKeys("ExtractIsoYear", "ExtractIsoWeekDay", "TruncQuarter", "TruncTime")
                .containsKeys("Concat", "ConcatPair", "StrIndex", "LPad", "SHA512", "Reverse")
                .containsKeys("CumeDist", "DenseRank", "FirstValue", "Lag", "LastValue", "Lead")
                .containsKeys("NthValue", "Ntile", "PercentRank", "Rank", "RowNumber");
    }

    @Test
    void takesARelationWithAConditionOrNone() {
        var condition = ConditionValue.of(Q.of("books__pages__gt", 500));
        assertThat(call("FilteredRelation", List.of("books"), Map.of("condition", condition)))
                .isEqualTo(new FilteredRelationValue("books", condition));
        assertThat(call("FilteredRelation", List.of("books"), Map.of()))
                .isEqualTo(new FilteredRelationValue("books", null));
    }

    @Test
    void refusesARelationWithoutANameAndAConditionThatIsNone() {
        assertThatThrownBy(() -> call("FilteredRelation", List.of(""), Map.of()))
                .isInstanceOfSatisfying(
                        PythonError.class, e -> assertThat(e.type()).isEqualTo("ValueError"));
        assertThatThrownBy(
                        () -> call("FilteredRelation", List.of("books"), Map.of("condition", 5L)))
                .isInstanceOfSatisfying(
                        PythonError.class, e -> assertThat(e.type()).isEqualTo("ValueError"));
    }

    private static @Nullable Object call(
            String name, List<Object> positional, Map<String, Object> named) {
        return Values.call(NAMES.get(name), new Arguments(positional, named));
    }
}
