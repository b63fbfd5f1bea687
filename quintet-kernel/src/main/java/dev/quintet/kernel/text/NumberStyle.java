package dev.quintet.kernel.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a number is written.
///
/// @param decimalSeparator what stands before the decimals
/// @param decimals how many decimals, cut or filled with zeros, or `null` for as many as there are
/// @param groupSeparator what stands between groups of digits
/// @param groups sizes of the groups from the right; the last repeats, and a 0 repeats the one
///   before it; empty for no groups
public record NumberStyle(
        String decimalSeparator,
        @Nullable Integer decimals,
        String groupSeparator,
        List<Integer> groups) {

    /// `1234.5`
    public static final NumberStyle PLAIN = new NumberStyle(".", null, "", List.of());

    /// `1,234.5`
    public static final NumberStyle GROUPED = new NumberStyle(".", null, ",", List.of(3));

    /// Keeps a copy of the groups.
    public NumberStyle {
        groups = List.copyOf(groups);
    }

    /// {@return this style with so many decimals}
    public NumberStyle withDecimals(int decimals) {
        return new NumberStyle(decimalSeparator, decimals, groupSeparator, groups);
    }

    /// {@return this style without groups}
    public NumberStyle ungrouped() {
        return new NumberStyle(decimalSeparator, decimals, "", List.of());
    }

    boolean grouped() {
        return !groups.isEmpty() && groups.getFirst() > 0;
    }
}
