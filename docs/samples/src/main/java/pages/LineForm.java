package pages;

import dev.quintet.forms.ModelForm;

public final class LineForm extends ModelForm<Line> {
    public LineForm() {
        fields(Lines.what, Lines.count);
    }
}
