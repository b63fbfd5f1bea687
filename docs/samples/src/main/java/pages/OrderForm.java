package pages;

import dev.quintet.forms.ModelForm;

public final class OrderForm extends ModelForm<Order> {
    public OrderForm() {
        fields(Orders.customer, Orders.note);
    }
}
