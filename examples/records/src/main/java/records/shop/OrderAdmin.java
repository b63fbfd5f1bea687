package records.shop;

import dev.quintet.admin.ModelAdmin;
import dev.quintet.admin.TabularInline;
import dev.quintet.http.Request;
import dev.quintet.kernel.context.Context;

/// Orders in the admin. Visitors make them, the shop sends them: what was bought is not changed.
final class OrderAdmin extends ModelAdmin<Order> {

    OrderAdmin() {
        listDisplay(
                column("order", Order::number).sortedBy(Orders.id),
                Orders.placed,
                Orders.name,
                Orders.city,
                Orders.shipping,
                Orders.total,
                Orders.sent);
        listFilter(Orders.shipping, Orders.sent);
        searchFields(Orders.name, Orders.email, Orders.city);
        dateHierarchy(Orders.placed);
        listPerPage(25);
        fieldset("Order", column("number", Order::number), Orders.placed, Orders.buyer);
        fieldset(
                "Where it goes",
                Orders.name,
                Orders.email,
                Orders.street,
                Orders.postcode,
                Orders.city,
                Orders.country);
        fieldset("How", Orders.shipping, Orders.deliverOn, Orders.note, Orders.sent);
        readonlyFields(Orders.placed, Orders.buyer, Orders.total);
        inline(new LineInline());
        action(
                "Mark as sent",
                (request, orders) ->
                        orders.filter(Orders.sent.isNull())
                                .update(Orders.sent.set(Context.current().clock().instant())));
    }

    @Override
    protected boolean hasAddPermission(Request request) {
        return false;
    }

    /// What was bought.
    static final class LineInline extends TabularInline<OrderLine, Order> {

        LineInline() {
            super(OrderLines.order);
            fields(OrderLines.album, OrderLines.price, OrderLines.count);
            readonlyFields(OrderLines.album, OrderLines.price, OrderLines.count);
            extra(0);
            noDelete();
        }

        @Override
        protected boolean hasAddPermission(Request request) {
            return false;
        }
    }
}
