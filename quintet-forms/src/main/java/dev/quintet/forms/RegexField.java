package dev.quintet.forms;

import dev.quintet.kernel.validate.RegexValidator;
import dev.quintet.kernel.validate.ValidationError;
import java.util.regex.Pattern;

/// Text in which a regular expression finds something. White space around it stays.
public final class RegexField extends TextualField<RegexField> {

    private final RegexValidator rule;

    /// Makes a field for text with `regex` in it; anchor it to have it match the whole.
    public RegexField(Pattern regex) {
        this.rule =
                new RegexValidator(
                        regex, false, ValidationError.of("Enter a valid value.", INVALID));
        strip(false);
    }

    @Override
    protected void rules(String value, Refusals refused) {
        refuse(refused, rule.validate(value));
    }
}
