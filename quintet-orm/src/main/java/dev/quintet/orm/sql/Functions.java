package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.QueryException;
import java.util.List;
import java.util.Map;

/// The functions that all three databases spell the same.
final class Functions {

    private static final Map<String, String> COMMON =
            Map.ofEntries(
                    Map.entry("abs", "ABS"),
                    Map.entry("avg", "AVG"),
                    Map.entry("coalesce", "COALESCE"),
                    Map.entry("count", "COUNT"),
                    Map.entry("length", "LENGTH"),
                    Map.entry("lower", "LOWER"),
                    Map.entry("max", "MAX"),
                    Map.entry("min", "MIN"),
                    Map.entry("nullif", "NULLIF"),
                    Map.entry("replace", "REPLACE"),
                    Map.entry("round", "ROUND"),
                    Map.entry("sum", "SUM"),
                    Map.entry("trim", "TRIM"),
                    Map.entry("upper", "UPPER"));

    private Functions() {}

    static String call(String function, List<String> args) {
        String name = COMMON.get(function);
        if (name == null) {
            throw new QueryException(
                    Problem.of("orm.E040", "There is no database function '" + function + "'.")
                            .because(
                                    "The functions are: "
                                            + String.join(
                                                    ", ",
                                                    COMMON.keySet().stream().sorted().toList())
                                            + ".")
                            .fixedBy(Nearest.question(function, COMMON.keySet())));
        }
        return name + "(" + String.join(", ", args) + ")";
    }

    /// Doubles the wildcards of LIKE, with a backslash as the escape.
    static String escapeLike(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static String comparison(dev.quintet.orm.tree.Lookup lookup) {
        return switch (lookup) {
            case EXACT -> " = ";
            case LT -> " < ";
            case LTE -> " <= ";
            case GT -> " > ";
            case GTE -> " >= ";
            default -> throw new IllegalArgumentException(lookup + " is no plain comparison.");
        };
    }
}
