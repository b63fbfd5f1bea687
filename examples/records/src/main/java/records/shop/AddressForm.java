package records.shop;

import dev.quintet.forms.CharField;
import dev.quintet.forms.ChoiceField;
import dev.quintet.forms.EmailField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.EmailInput;
import dev.quintet.forms.widget.Select;
import dev.quintet.forms.widget.TextInput;

/// Where the records shall go. Browsers fill in what they know: each control says what it is.
public final class AddressForm extends Form {

    public final CharField name =
            charField().maxLength(80).widget(new TextInput().attr("autocomplete", "name"));
    public final EmailField email =
            emailField()
                    .maxLength(254)
                    .label("E-mail address")
                    .widget(new EmailInput().attr("autocomplete", "email"))
                    .helpText("For the confirmation, and for nothing else.");
    public final CharField street =
            charField()
                    .maxLength(120)
                    .label("Street and number")
                    .widget(new TextInput().attr("autocomplete", "street-address"));
    public final CharField postcode =
            charField().maxLength(12).widget(new TextInput().attr("autocomplete", "postal-code"));
    public final CharField city =
            charField()
                    .maxLength(80)
                    .widget(new TextInput().attr("autocomplete", "address-level2"));
    public final ChoiceField<String> country =
            choiceField(Countries.choices()).widget(new Select().attr("autocomplete", "country"));

    AddressForm() {
        labelSuffix("");
    }
}
