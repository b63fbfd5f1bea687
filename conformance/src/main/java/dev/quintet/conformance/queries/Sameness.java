package dev.quintet.conformance.queries;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares a result with the recorded one. Whole numbers, floats and decimals differ in kind; the
/// last two may differ by rounding, since SQLite works decimals out as floats.
final class Sameness {

    private static final double TOLERANCE = 1e-9;

    private Sameness() {}

    /// {@return whether both are the same}
    ///
    /// @param ordered whether the order of a list matters; that of lists within always does
    static boolean same(@Nullable Object expected, @Nullable Object got, boolean ordered) {
        if (!ordered && expected instanceof List<?> wanted && got instanceof List<?> list) {
            return sameInAnyOrder(wanted, list);
        }
        return same(expected, got);
    }

    private static boolean sameInAnyOrder(Iterable<?> expected, List<?> got) {
        List<@Nullable Object> left = new ArrayList<@Nullable Object>(got);
        for (Object wanted : expected) {
            int found = -1;
            for (int index = 0; index < left.size() && found < 0; index++) {
                found = same(wanted, left.get(index)) ? index : -1;
            }
            if (found < 0) {
                return false;
            }
            left.remove(found);
        }
        return left.isEmpty();
    }

    private static boolean same(@Nullable Object expected, @Nullable Object got) {
        return switch (expected) {
            case null -> got == null;
            case ModelReference wanted -> got instanceof ModelReference one && same(wanted, one);
            case ZonedDateTime wanted -> wanted.toInstant().equals(moment(got));
            case Instant wanted -> wanted.equals(moment(got));
            case Double wanted -> got instanceof Double one && near(wanted, one);
            case BigDecimal wanted ->
                    got instanceof BigDecimal one && near(wanted.doubleValue(), one.doubleValue());
            case Long wanted ->
                    (got instanceof Long || got instanceof BigInteger)
                            && wanted.toString().equals(got.toString());
            case byte[] wanted -> got instanceof byte[] one && Arrays.equals(wanted, one);
            case List<?> wanted -> got instanceof List<?> list && sameLists(wanted, list);
            case Set<?> wanted ->
                    got instanceof Set<?> set && sameInAnyOrder(wanted, new ArrayList<>(set));
            case Map<?, ?> wanted -> got instanceof Map<?, ?> map && sameMaps(wanted, map);
            default -> expected.equals(got);
        };
    }

    private static @Nullable Instant moment(@Nullable Object value) {
        return switch (value) {
            case ZonedDateTime time -> time.toInstant();
            case Instant instant -> instant;
            case null, default -> null;
        };
    }

    private static boolean near(double expected, double got) {
        return Double.compare(expected, got) == 0
                || Math.abs(expected - got)
                        <= TOLERANCE * Math.max(1, Math.max(Math.abs(expected), Math.abs(got)));
    }

    private static boolean same(ModelReference expected, ModelReference got) {
        return expected.label().equals(got.label())
                && same(expected.key(), got.key())
                && (expected.loaded() == null || sameSet(expected.loaded(), got.loaded()))
                && (expected.annotations() == null
                        || same(expected.annotations(), got.annotations()));
    }

    private static boolean sameSet(List<?> expected, @Nullable List<?> got) {
        return got != null && expected.size() == got.size() && got.containsAll(expected);
    }

    private static boolean sameLists(List<?> expected, List<?> got) {
        if (expected.size() != got.size()) {
            return false;
        }
        for (int index = 0; index < expected.size(); index++) {
            if (!same(expected.get(index), got.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameMaps(Map<?, ?> expected, Map<?, ?> got) {
        return expected.size() == got.size()
                && expected.entrySet().stream()
                        .allMatch(one ->
                                got.containsKey(one.getKey())
                                        && same(one.getValue(), got.get(one.getKey())));
    }
}
