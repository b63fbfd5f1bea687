package records.sleeve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text broken into lines, as large as it fits.
///
/// SVG does not break lines, and the server has no fonts: widths are estimated, a little too wide
/// rather than too narrow.
///
/// @param lines from top to bottom
/// @param size of the letters, in the picture's units
record Lettering(List<String> lines, double size) {

    private static final double LEADING = 1.1;

    /// {@return the text in the largest size that fits; in the smallest one it is cut short}
    static Lettering fit(
            String text, double width, double height, double largest, double smallest) {
        String[] words = text.strip().split("\\s+");
        for (double size = largest; size > smallest; size -= 1) {
            List<String> lines = broken(words, width / size);
            if (lines != null && lines.size() * size * LEADING <= height) {
                return new Lettering(lines, size);
            }
        }
        return cut(words, width / smallest, (int) (height / (smallest * LEADING)), smallest);
    }

    double leading() {
        return size * LEADING;
    }

    double height() {
        return lines.size() * leading();
    }

    /// Lines of at most `width` letters' heights, or null where a word is wider than that.
    private static @Nullable List<String> broken(String[] words, double width) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String word : words) {
            if (width(word) > width) {
                return null;
            }
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private static Lettering cut(String[] words, double width, int most, double size) {
        var lines = new ArrayList<String>();
        String rest = String.join(" ", words);
        while (!rest.isEmpty() && lines.size() < most) {
            int end = fitting(rest, width);
            int space = end < rest.length() ? rest.lastIndexOf(' ', end) : -1;
            if (space > 0) {
                end = space;
            }
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            String last = lines.removeLast();
            int end = Math.min(last.length(), fitting(last, width - 1));
            lines.add(last.substring(0, end).strip() + "…");
        }
        return new Lettering(lines, size);
    }

    /// How many chars of the text are not wider than `width`; at least one, and no half of a pair.
    private static int fitting(String text, double width) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (width(text.substring(0, next)) > width) {
                break;
            }
            end = next;
        }
        return end;
    }

    /// About how wide the text is, in heights of its letters.
    private static double width(String text) {
        return text.codePoints().mapToDouble(Lettering::width).sum();
    }

    private static double width(int letter) {
        if ("iljtfrI.,:;'!|()[] ’".indexOf(letter) >= 0) {
            return 0.34;
        }
        if ("mwMWQO@—".indexOf(letter) >= 0) {
            return 0.88;
        }
        return Character.isUpperCase(letter) ? 0.68 : letter > 0x2e7f ? 1 : 0.58;
    }
}
