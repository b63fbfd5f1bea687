package records.catalog;

import static dev.quintet.orm.OnDelete.PROTECT;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What a customer bought on one day.
@Meta(table = "Invoice", ordering = "-date")
public class Invoice extends Entity {

    @Id(generated = true)
    @Field(column = "InvoiceId")
    public long id;

    @Field(column = "CustomerId")
    public final ForeignKey<Customer> customer = foreignKey(PROTECT);

    @Field(column = "InvoiceDate")
    public LocalDateTime date;

    @Field(column = "BillingAddress", maxLength = 70)
    public @Nullable String address;

    @Field(column = "BillingCity", maxLength = 40)
    public @Nullable String city;

    @Field(column = "BillingState", maxLength = 40)
    public @Nullable String state;

    @Field(column = "BillingCountry", maxLength = 40)
    public @Nullable String country;

    @Field(column = "BillingPostalCode", maxLength = 10)
    public @Nullable String postalCode;

    @Field(column = "Total", digits = 10, decimals = 2)
    public BigDecimal total;

    /// The reverse of `InvoiceLine.invoice`.
    public final Related<InvoiceLine> lines = related();
}
