package records.catalog;

import static dev.quintet.http.Routes.get;

import dev.quintet.admin.Chart;
import dev.quintet.admin.ModelAdmin;
import dev.quintet.admin.TabularInline;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import java.util.List;
import java.util.Map;

/// Invoices in the admin, with their lines, and a report over all of them.
final class InvoiceAdmin extends ModelAdmin<Invoice> {

    private static final String REPORT = "catalog_invoice_report";

    InvoiceAdmin() {
        listDisplay(
                Invoices.id, Invoices.customer, Invoices.date, Invoices.country, Invoices.total);
        listFilter(Invoices.country);
        searchFields(Invoices.customer.lastName, Invoices.customer.firstName, Invoices.city);
        dateHierarchy(Invoices.date);
        listPerPage(25);
        autocompleteFields(Invoices.customer);
        fieldset("Invoice", Invoices.customer, Invoices.date, Invoices.total);
        collapsed(
                "Billed to",
                Invoices.address,
                Invoices.postalCode,
                Invoices.city,
                Invoices.state,
                Invoices.country);
        inline(new LineInline());
    }

    @Override
    protected Map<? extends CharSequence, String> tools(Request request) {
        return Map.of("Report", url(REPORT));
    }

    @Override
    protected List<Route> pages() {
        return List.of(get("report/", this::report).name(REPORT));
    }

    private Response report(Request request) {
        if (!hasViewPermission(request, null)) {
            throw new PermissionDenied("You may not look at invoices.");
        }
        return page(
                request,
                "What was sold",
                "admin/catalog/invoice/report.html",
                Map.of(
                        "months", Chart.columns(Sales.months()),
                        "countries", Chart.bars(Sales.countries()),
                        "genres", Chart.bars(Sales.genres()),
                        "staff", Chart.bars(Sales.staff())));
    }

    /// The lines of an invoice.
    static final class LineInline extends TabularInline<InvoiceLine, Invoice> {

        LineInline() {
            super(InvoiceLines.invoice);
            fields(InvoiceLines.track, InvoiceLines.unitPrice, InvoiceLines.quantity);
            autocompleteFields(InvoiceLines.track);
            extra(0);
        }
    }
}
