package records.catalog;

import static dev.quintet.orm.OnDelete.CASCADE;
import static dev.quintet.orm.OnDelete.PROTECT;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import java.math.BigDecimal;

/// A track on an invoice.
@Meta(table = "InvoiceLine", ordering = "id")
public class InvoiceLine extends Entity {

    @Id(generated = true)
    @Field(column = "InvoiceLineId")
    public long id;

    @Field(column = "InvoiceId")
    public final ForeignKey<Invoice> invoice = foreignKey(CASCADE);

    @Field(column = "TrackId")
    public final ForeignKey<Track> track = foreignKey(PROTECT);

    @Field(column = "UnitPrice", digits = 10, decimals = 2)
    public BigDecimal unitPrice;

    @Field(column = "Quantity")
    public int quantity;
}
