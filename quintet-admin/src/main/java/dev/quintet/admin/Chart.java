package dev.quintet.admin;

import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import java.util.List;
import java.util.Locale;

/// A small picture of numbers, for {@link Panel}s and for pages of one's own: `{{ chart }}` in any
/// template.
///
/// It is drawn as SVG and needs no script; its size and its colours are the style sheet's. Who
/// cannot see it is read the numbers as a table. Immutable.
public final class Chart implements HtmlValue {

    private static final int HEIGHT = 100;
    private static final int STEP = 12;
    private static final int GAP = 3;
    private static final int MOST_LABELS = 12;

    private final boolean upright;
    private final List<Point> points;

    private Chart(boolean upright, List<Point> points) {
        this.upright = upright;
        this.points = List.copyOf(points);
    }

    /// A number of a chart.
    ///
    /// @param label what it is of
    /// @param value how long its bar is; a value below 0 gets a bar of another colour
    /// @param shown the number as people read it
    public record Point(CharSequence label, double value, CharSequence shown) {

        /// {@return a number that people read as it is}
        public static Point of(CharSequence label, Number value) {
            return new Point(label, value.doubleValue(), value.toString());
        }
    }

    /// {@return bars below each other, each with its label: for kinds of things}
    public static Chart bars(List<Point> points) {
        return new Chart(false, points);
    }

    /// {@return columns beside each other: for times}
    public static Chart columns(List<Point> points) {
        return new Chart(true, points);
    }

    /// {@return the numbers, in their order}
    public List<Point> points() {
        return points;
    }

    @Override
    public SafeString toHtml() {
        var html = new StringBuilder(256 + points.size() * 160);
        if (upright) {
            columns(html);
        } else {
            bars(html);
        }
        return new SafeString(html.toString());
    }

    /// Each row has its label, its bar and its number, so the table is the picture.
    private void bars(StringBuilder html) {
        double most = most();
        html.append("<table class=\"chart bars\">");
        for (Point point : points) {
            html.append("<tr><th scope=\"row\">")
                    .append(Escape.html(point.label().toString()))
                    .append("</th><td class=\"bar\"><svg aria-hidden=\"true\"><rect")
                    .append(kind(point))
                    .append(" width=\"")
                    .append(number(share(point, most)))
                    .append("%\" height=\"100%\" rx=\"3\"/></svg></td><td class=\"number\">")
                    .append(Escape.html(point.shown().toString()))
                    .append("</td></tr>");
        }
        html.append("</table>");
    }

    private void columns(StringBuilder html) {
        double most = most();
        html.append("<div class=\"chart upright\"><svg aria-hidden=\"true\" viewBox=\"0 0 ")
                .append(Math.max(1, points.size() * STEP - GAP))
                .append(' ')
                .append(HEIGHT)
                .append("\" preserveAspectRatio=\"none\">");
        int left = 0;
        for (Point point : points) {
            double height = Math.max(1, share(point, most));
            html.append("<rect")
                    .append(kind(point))
                    .append(" x=\"")
                    .append(left)
                    .append("\" y=\"")
                    .append(number(HEIGHT - height))
                    .append("\" width=\"")
                    .append(STEP - GAP)
                    .append("\" height=\"")
                    .append(number(height))
                    .append("\"><title>")
                    .append(Escape.html(point.label().toString()))
                    .append(": ")
                    .append(Escape.html(point.shown().toString()))
                    .append("</title></rect>");
            left += STEP;
        }
        html.append("</svg>");
        labels(html);
        html.append("<div class=\"hidden\"><table>");
        for (Point point : points) {
            html.append("<tr><th scope=\"row\">")
                    .append(Escape.html(point.label().toString()))
                    .append("</th><td>")
                    .append(Escape.html(point.shown().toString()))
                    .append("</td></tr>");
        }
        html.append("</table></div></div>");
    }

    /// All labels where there is room, else the first and the last.
    private void labels(StringBuilder html) {
        if (points.isEmpty()) {
            return;
        }
        boolean all = points.size() <= MOST_LABELS;
        html.append("<p class=\"labels")
                .append(all ? " all" : "")
                .append("\" aria-hidden=\"true\">");
        List<Point> shown = all ? points : List.of(points.getFirst(), points.getLast());
        for (Point point : shown) {
            html.append("<span>").append(Escape.html(point.label().toString())).append("</span>");
        }
        html.append("</p>");
    }

    private double most() {
        return points.stream().mapToDouble(point -> Math.abs(point.value())).max().orElse(0);
    }

    private static double share(Point point, double most) {
        return most == 0 ? 0 : Math.abs(point.value()) / most * HEIGHT;
    }

    private static String kind(Point point) {
        return point.value() < 0 ? " class=\"below\"" : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
