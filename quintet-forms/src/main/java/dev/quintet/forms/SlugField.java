package dev.quintet.forms;

import dev.quintet.kernel.validate.SlugValidator;

/// A word for addresses: letters, digits, `_` and `-`.
public final class SlugField extends TextualField<SlugField> {

    private boolean unicode;

    /// Makes a field for a slug of ASCII.
    public SlugField() {}

    /// Lets letters and digits of all scripts pass.
    public SlugField unicode() {
        this.unicode = true;
        return this;
    }

    @Override
    protected void rules(String value, Refusals refused) {
        refuse(refused, new SlugValidator(unicode).validate(value));
    }
}
