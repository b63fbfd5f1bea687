package dev.quintet.forms.widget;

/// Text of several lines.
public final class Textarea extends Widget {

    /// Makes one of 40 columns and 10 rows.
    public Textarea() {
        attr("cols", "40");
        attr("rows", "10");
    }

    @Override
    public String template() {
        return "quintet/forms/widgets/textarea.html";
    }
}
