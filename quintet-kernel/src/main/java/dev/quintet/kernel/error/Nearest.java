package dev.quintet.kernel.error;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the name that a mistyped one was meant to be, for "did you mean".
public final class Nearest {

    private Nearest() {}

    /// Returns the known name nearest to `wrong`, or `null` when none is near enough to be meant.
    ///
    /// Near enough is an edit distance (a swap of two neighbours counts as one edit) of at most a
    /// third of the longer name, and at least one letter in common.
    public static @Nullable String to(String wrong, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        String asked = wrong.toLowerCase(Locale.ROOT);
        long letters = letters(asked);
        for (String name : known) {
            String candidate = name.toLowerCase(Locale.ROOT);
            int allowed = Math.max(1, Math.max(asked.length(), candidate.length()) / 3);
            if (Math.abs(asked.length() - candidate.length()) > allowed
                    // One edit takes one letter away and brings one, at most.
                    || Long.bitCount(letters ^ letters(candidate)) > 2 * allowed) {
                continue;
            }
            int distance = distance(asked, candidate);
            if (distance <= allowed && distance < least && distance < candidate.length()) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    /// {@return "Did you mean 'x'?", or `null` when nothing known is near}
    public static @Nullable String question(String wrong, Collection<String> known) {
        String nearest = to(wrong, known);
        return nearest == null ? null : "Did you mean '" + nearest + "'?";
    }

    /// Which letters occur in a text, a bit for each: what is far apart by them is so by any
    /// measure.
    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << text.charAt(i);
        }
        return letters;
    }

    /// The optimal string alignment distance (Damerau-Levenshtein without overlapping swaps).
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
