package records.shop;

import dev.quintet.forms.BooleanField;
import dev.quintet.forms.Form;

/// The last word.
public final class ConfirmForm extends Form {

    public final BooleanField understood =
            booleanField()
                    .label("I know that this is a demo: nothing is sold, sent or paid.")
                    .message("required", "Please confirm that you know: this is a demo.");

    ConfirmForm() {
        labelSuffix("");
    }
}
