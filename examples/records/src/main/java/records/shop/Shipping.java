package records.shop;

import java.math.BigDecimal;

/// How an order comes to its buyer.
public enum Shipping {
    /// By post.
    POST("Post, in three to five days", "4.50"),
    /// On a day of the buyer's choice.
    COURIER("Courier, on a day you choose", "12.00"),
    /// Not at all.
    PICKUP("I pick it up at the shop", "0.00");

    private final String label;
    private final BigDecimal price;

    Shipping(String label, String price) {
        this.label = label;
        this.price = new BigDecimal(price);
    }

    /// {@return what people read, with what it costs}
    public String label() {
        return label + " · " + (price.signum() == 0 ? "free" : "$" + price);
    }

    /// {@return what it is, without the price}
    public String words() {
        return label;
    }

    /// {@return whether the buyer chooses a day}
    public boolean isByDay() {
        return this == COURIER;
    }

    /// {@return what it costs}
    public BigDecimal price() {
        return price;
    }
}
