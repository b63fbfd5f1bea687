package records.catalog;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Somebody who works in the shop.
@Meta(
        table = "Employee",
        ordering = {"lastName", "firstName"})
public class Employee extends Entity {

    @Id(generated = true)
    @Field(column = "EmployeeId")
    public long id;

    @Field(column = "LastName", maxLength = 20)
    public String lastName;

    @Field(column = "FirstName", maxLength = 20)
    public String firstName;

    @Field(column = "Title", maxLength = 30)
    public @Nullable String title;

    /// A model may lead to itself; who reports to nobody runs the shop.
    @Field(column = "ReportsTo")
    public final ForeignKey<@Nullable Employee> reportsTo = foreignKey(SET_NULL);

    @Field(column = "BirthDate")
    public @Nullable LocalDateTime birthDate;

    @Field(column = "HireDate")
    public @Nullable LocalDateTime hireDate;

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
    public @Nullable String email;

    /// The reverse of `reportsTo`.
    public final Related<Employee> reports = related();

    /// The reverse of `Customer.supportRep`.
    public final Related<Customer> customers = related();

    @Override
    public String toString() {
        return firstName + " " + lastName;
    }
}
