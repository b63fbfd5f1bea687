package records.catalog;

import dev.quintet.admin.ModelAdmin;

/// Customers in the admin: the only place that shows them.
final class CustomerAdmin extends ModelAdmin<Customer> {

    CustomerAdmin() {
        listDisplay(
                column("name", Customer::toString).sortedBy(Customers.lastName),
                Customers.email,
                Customers.city,
                Customers.country,
                Customers.supportRep);
        listFilter(Customers.country, Customers.supportRep);
        searchFields(Customers.firstName, Customers.lastName, Customers.email, Customers.company);
        fieldset("Name", Customers.firstName, Customers.lastName, Customers.company);
        fieldset("Reached by", Customers.email, Customers.phone, Customers.fax);
        fieldset(
                "Address",
                Customers.address,
                Customers.postalCode,
                Customers.city,
                Customers.state,
                Customers.country);
        fieldset("Cared for by", Customers.supportRep);
    }
}
