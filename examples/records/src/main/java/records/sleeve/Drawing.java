package records.sleeve;

import java.util.Locale;

/// Shapes of an SVG picture, put down one after the other. Colours are attributes and never styles,
/// so that a strict Content-Security-Policy has nothing to refuse.
final class Drawing {

    private final StringBuilder svg = new StringBuilder(1024);

    Drawing rectangle(double x, double y, double width, double height, String fill) {
        return put(
                "<rect x='%s' y='%s' width='%s' height='%s' fill='%s'/>",
                x, y, width, height, fill);
    }

    Drawing circle(double x, double y, double radius, String fill) {
        return put("<circle cx='%s' cy='%s' r='%s' fill='%s'/>", x, y, radius, fill);
    }

    Drawing ring(double x, double y, double radius, double width, String stroke) {
        return put(
                "<circle cx='%s' cy='%s' r='%s' fill='none' stroke='%s' stroke-width='%s'/>",
                x, y, radius, stroke, width);
    }

    Drawing line(double x1, double y1, double x2, double y2, double width, String stroke) {
        return put(
                "<path d='M%s %sL%s %s' stroke='%s' stroke-width='%s'/>",
                x1, y1, x2, y2, stroke, width);
    }

    Drawing triangle(
            double x1, double y1, double x2, double y2, double x3, double y3, String fill) {
        return put("<path d='M%s %sL%s %sL%s %sz' fill='%s'/>", x1, y1, x2, y2, x3, y3, fill);
    }

    /// A quarter of a disc around a corner.
    ///
    /// @param right whether it lies to the right of the corner
    /// @param below whether it lies below the corner
    Drawing quarter(double x, double y, double radius, boolean right, boolean below, String fill) {
        double dx = right ? radius : -radius;
        double dy = below ? radius : -radius;
        int sweep = right == below ? 1 : 0;
        return put(
                "<path d='M%s %sh%sa%s %s 0 0 %s %s %sz' fill='%s'/>",
                x, y, dx, radius, radius, sweep, -dx, dy, fill);
    }

    /// A line of text; the only thing here that people wrote, and the only one that is escaped.
    Drawing text(
            double x, double y, double size, String font, String weight, String fill, String text) {
        return put(
                "<text x='%s' y='%s' font-size='%s' font-family='%s' font-weight='%s' fill='%s'>%s</text>",
                x, y, size, font, weight, fill, escape(text));
    }

    /// Puts down what `shapes` hold in a window; what is outside of it is cut off.
    Drawing window(double y, double width, double height, Drawing shapes) {
        put("<svg y='%s' width='%s' height='%s'>", y, width, height);
        svg.append(shapes.svg).append("</svg>");
        return this;
    }

    private Drawing put(String form, Object... values) {
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = values[i] instanceof Double number ? shortest(number) : values[i];
        }
        svg.append(String.format(Locale.ROOT, form, shown));
        return this;
    }

    private static String shortest(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
