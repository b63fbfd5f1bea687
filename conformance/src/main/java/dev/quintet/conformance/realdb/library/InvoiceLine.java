package dev.quintet.conformance.realdb.library;

import dev.quintet.orm.Computed;
import dev.quintet.orm.DatabaseDefault;
import dev.quintet.orm.Expression;
import dev.quintet.orm.Expressions;
import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// A line of an invoice, whose total the database works out.
@Meta(ordering = "id")
public class InvoiceLine extends Model {

    @Field(maxLength = 20)
    public String sku;

    public int qty;

    @Field(help = "cents")
    public int unitPrice;

    public int total;

    @Field(maxLength = 20)
    public String note;

    @Computed
    static Expression<InvoiceLine, Integer> total() {
        return InvoiceLines.qty.times(InvoiceLines.unitPrice);
    }

    @DatabaseDefault
    static Expression<Object, String> note() {
        return Expressions.value("n/a");
    }
}
