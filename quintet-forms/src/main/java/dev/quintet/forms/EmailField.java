package dev.quintet.forms;

import dev.quintet.forms.widget.EmailInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.validate.EmailValidator;

/// An e-mail address, of at most 320 characters.
public final class EmailField extends TextualField<EmailField> {

    private static final EmailValidator ADDRESS = new EmailValidator();

    /// Makes a field for an e-mail address.
    public EmailField() {
        maxLength(320);
    }

    @Override
    protected Widget usualWidget() {
        return new EmailInput();
    }

    @Override
    protected void rules(String value, Refusals refused) {
        refuse(refused, ADDRESS.validate(value));
    }
}
