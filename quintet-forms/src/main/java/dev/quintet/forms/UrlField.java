package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.UrlInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.text.Uris;
import dev.quintet.kernel.validate.UrlValidator;
import org.jspecify.annotations.Nullable;

/// The address of a page. What is typed without `https://` gets it. Django: `URLField`.
public final class UrlField extends TextualField<UrlField> {

    private static final UrlValidator ADDRESS = new UrlValidator();

    private String scheme = "https";

    /// Makes a field for an address.
    public UrlField() {}

    /// Sets what stands before an address that was typed without: `http`, `https`.
    public UrlField assumeScheme(String scheme) {
        this.scheme = scheme;
        return this;
    }

    @Override
    protected Widget usualWidget() {
        return new UrlInput();
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals(INVALID) ? gettextNoop("Enter a valid URL.") : super.usualMessage(code);
    }

    @Override
    protected @Nullable String read(String text, Refusals refused) {
        String whole = Uris.absolute(text, scheme);
        if (whole == null) {
            refuse(refused, INVALID);
        }
        return whole;
    }

    @Override
    protected void rules(String value, Refusals refused) {
        refuse(refused, ADDRESS.validate(value));
    }
}
