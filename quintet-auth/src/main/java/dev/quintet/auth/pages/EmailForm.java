package dev.quintet.auth.pages;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.forms.EmailField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.EmailInput;

/// An address for mail: of a forgotten password, or of somebody new. Django: `PasswordResetForm`.
public final class EmailForm extends Form {

    /// The address.
    public final EmailField email =
            emailField()
                    .maxLength(254)
                    .label(gettextLazy("Email"))
                    .widget(new EmailInput().attr("autocomplete", "email").attr("autofocus", true));

    /// An empty form.
    public EmailForm() {}
}
