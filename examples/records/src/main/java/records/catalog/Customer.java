package records.catalog;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;
import org.jspecify.annotations.Nullable;

/// Somebody who bought something.
///
/// No page shows one: an open shop window is no place for people's addresses. What is shown are
/// sums over all of them.
@Meta(
        table = "Customer",
        ordering = {"lastName", "firstName"})
public class Customer extends Entity {

    @Id(generated = true)
    @Field(column = "CustomerId")
    public long id;

    @Field(column = "FirstName", maxLength = 40)
    public String firstName;

    @Field(column = "LastName", maxLength = 20)
    public String lastName;

    @Field(column = "Company", maxLength = 80)
    public @Nullable String company;

    @Field(column = "Address", maxLength = 70)
    public @Nullable String address;

    @Field(column = "City", maxLength = 40)
    public @Nullable String city;

    @Field(column = "State", maxLength = 40)
    public @Nullable String state;

    @Field(column = "Country", maxLength = 40)
    public @Nullable String country;

    @Field(column = "PostalCode", maxLength = 10)
    public @Nullable String postalCode;

    @Field(column = "Phone", maxLength = 24)
    public @Nullable String phone;

    @Field(column = "Fax", maxLength = 24)
    public @Nullable String fax;

    @Field(column = "Email", maxLength = 60)
    public String email;

    @Field(column = "SupportRepId")
    public final ForeignKey<@Nullable Employee> supportRep = foreignKey(SET_NULL);

    /// The reverse of `Invoice.customer`.
    public final Related<Invoice> invoices = related();

    @Override
    public String toString() {
        return firstName + " " + lastName;
    }
}
