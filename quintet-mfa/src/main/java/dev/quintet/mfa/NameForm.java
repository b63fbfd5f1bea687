package dev.quintet.mfa;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.TextInput;
import java.util.Map;

/// What a user calls an app or a passkey of theirs.
final class NameForm extends Form {

    /// The name.
    public final CharField name = field(charField());

    NameForm(String name) {
        initial(Map.of("name", name));
    }

    static CharField field(CharField plain) {
        return plain.maxLength(100)
                .label(gettextLazy("Name"))
                .widget(new TextInput().attr("autocomplete", "off"));
    }
}
