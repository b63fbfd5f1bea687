package dev.quintet.test.lamps;

import dev.quintet.orm.Meta;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Scope;
import java.math.BigDecimal;

/// Lamps that few can pay for, the dearest first.
@Meta(proxy = true, ordering = "-price", defaultManager = "dear")
public class DearLamp extends Lamp {

    @Scope
    static QuerySet<DearLamp> dear(QuerySet<DearLamp> lamps) {
        return lamps.filter(DearLamps.price.gt(new BigDecimal(100)));
    }

    /// {@return its name and price in words}
    public String boast() {
        return name + " for " + price.toPlainString();
    }
}
