package dev.quintet.orm.press;

import dev.quintet.orm.Computed;
import dev.quintet.orm.Expression;
import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Version;

/// What is paid for.
@Meta(ordering = "id")
public class InvoiceLine extends Model {

    @Field(maxLength = 20)
    public String sku;

    public int qty;

    @Field(help = "cents")
    public int unitPrice;

    public int total;

    @Field(maxLength = 20, databaseDefault = "'n/a'")
    public String note;

    @Version public long version;

    @Computed
    static Expression<InvoiceLine, Integer> total() {
        return InvoiceLines.qty.times(InvoiceLines.unitPrice);
    }
}
