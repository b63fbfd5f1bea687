package records.shop;

import dev.quintet.forms.CharField;
import dev.quintet.forms.ChoiceField;
import dev.quintet.forms.DateField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.DateInput;
import dev.quintet.forms.widget.RadioSelect;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.kernel.context.Context;
import java.time.LocalDate;

/// How they go there.
public final class DeliveryForm extends Form {

    public final ChoiceField<Shipping> shipping =
            choiceField(Shipping.class)
                    .initial(Shipping.POST)
                    .label("How shall it come to you?")
                    .widget(new RadioSelect());
    public final DateField deliverOn =
            dateField()
                    .optional()
                    .label("Day of delivery (optional)")
                    .helpText("For the courier only: from tomorrow on.")
                    .widget(DateInput.picker());
    public final CharField note =
            charField()
                    .optional()
                    .maxLength(500)
                    .label("Anything that we should know? (optional)")
                    .helpText("The bell that does not ring, the neighbour who is always in.")
                    .widget(new Textarea().attr("rows", 4));

    DeliveryForm() {
        labelSuffix("");
    }

    @Override
    protected void clean() {
        LocalDate day = deliverOn.value();
        if (shipping.value() != Shipping.COURIER) {
            return;
        }
        if (day == null) {
            if (deliverOn.errors().isEmpty()) {
                deliverOn.addError("The courier needs a day.");
            }
        } else if (!day.isAfter(LocalDate.now(Context.current().clock()))) {
            deliverOn.addError("The courier comes tomorrow at the earliest.");
        }
    }
}
