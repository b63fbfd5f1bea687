package topics.shop;

import dev.quintet.forms.CharField;
import dev.quintet.forms.DateField;
import dev.quintet.forms.EmailField;
import dev.quintet.forms.Form;
import dev.quintet.forms.IntegerField;

/// A visitor wants a book put aside.
public final class ContactForm extends Form {
    public final EmailField email = emailField();
    public final IntegerField copies = integerField().min(1).max(9).initial(1);
    public final DateField collected = dateField().optional();
    public final CharField where = charField().optional();

    @Override
    protected void clean() {
        if (collected.value() != null && where.value().isEmpty()) {
            where.addError("Say in which shop.");
        }
    }
}
