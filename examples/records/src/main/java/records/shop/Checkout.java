package records.shop;

import static dev.quintet.orm.Transaction.atomic;
import static dev.quintet.web.Shortcuts.redirect;

import dev.quintet.auth.Auth;
import dev.quintet.auth.User;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.web.WizardAnswers;
import dev.quintet.web.WizardStep;
import dev.quintet.web.WizardView;
import dev.quintet.web.messages.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Buying what is in the basket: an address, a way of delivery, a last look.
final class Checkout {

    /// Where a session keeps the tokens of its orders.
    static final String ORDERS = "orders";

    private static final int MOST_ORDERS = 10;

    private static final WizardStep<AddressForm> ADDRESS =
            WizardStep.of("address", AddressForm::new).label("Your address");
    private static final WizardStep<DeliveryForm> DELIVERY =
            WizardStep.of("delivery", DeliveryForm::new).label("Delivery");
    private static final WizardStep<ConfirmForm> CONFIRM =
            WizardStep.of("confirm", ConfirmForm::new)
                    .label("Check and order")
                    .template("shop/confirm.html");

    private static final WizardView STEPS =
            WizardView.of("checkout", "shop/checkout.html", ADDRESS, DELIVERY, CONFIRM)
                    .context(Checkout::basket)
                    .done(Checkout::place);

    private Checkout() {}

    static Response page(Request request) {
        Basket basket = Basket.of(request);
        if (!basket.isEmpty()) {
            return isSeen(request, basket) ? STEPS.handle(request) : redirect("shop:basket");
        }
        // Who presses the button again, as no answer came to the first press, has ordered already.
        String last = lastOrder(request);
        return request.is("POST") && last != null
                ? redirect("shop:order", last)
                : redirect("shop:basket");
    }

    /// Of two presses of the button the first may have taken out what was sold out; the second must
    /// not order the rest, of which its buyer has not heard.
    private static boolean isSeen(Request request, Basket basket) {
        String seen = request.is("POST") ? request.form().get("basket") : null;
        return seen == null || seen.equals(basket.contents());
    }

    private static @Nullable String lastOrder(Request request) {
        return request.session().get(ORDERS) instanceof List<?> placed
                        && !placed.isEmpty()
                        && placed.getLast() instanceof String token
                ? token
                : null;
    }

    private static Map<String, ?> basket(Request request, WizardAnswers answers) {
        Basket basket = Basket.of(request);
        List<Basket.Line> lines = basket.lines();
        BigDecimal sum = Basket.sum(lines);
        BigDecimal postage =
                answers.find(DELIVERY)
                        .map(form -> form.shipping.orThrow().price())
                        .orElse(BigDecimal.ZERO);
        String country =
                answers.find(ADDRESS)
                        .map(form -> Countries.name(form.country.orThrow()))
                        .orElse("");
        return Map.of(
                "lines", lines,
                "contents", basket.contents(),
                "sum", sum,
                "total", sum.add(postage),
                "country", country);
    }

    private static Response place(Request request, WizardAnswers answers) {
        Basket basket = Basket.of(request);
        String token = basket.token();
        try {
            atomic(() -> order(request, basket, answers));
        } catch (SoldOut quicker) {
            answers.keep();
            return apologize(request, basket, quicker.line());
        } catch (IntegrityException twice) {
            // The button was pressed twice, and the first press has ordered.
            if (!Orders.filter(Orders.token.eq(token)).exists()) {
                throw twice;
            }
        }
        basket.clear();
        var placed = new ArrayList<Object>();
        if (request.session().get(ORDERS) instanceof List<?> before) {
            before.stream()
                    .skip(Math.max(0, before.size() - MOST_ORDERS))
                    .filter(Objects::nonNull)
                    .forEach(placed::add);
        }
        placed.add(token);
        request.session().put(ORDERS, placed);
        return redirect("shop:order", token);
    }

    /// All of it or nothing: the copies, the order and its lines. Copies are taken in the order of
    /// their numbers, so that two buyers never wait for each other.
    private static void order(Request request, Basket basket, WizardAnswers answers) {
        List<Basket.Line> lines = basket.lines();
        AddressForm address = answers.form(ADDRESS);
        DeliveryForm delivery = answers.form(DELIVERY);
        var order = new Order();
        order.token = basket.token();
        order.name = address.name.orThrow();
        order.email = address.email.orThrow();
        order.street = address.street.orThrow();
        order.postcode = address.postcode.orThrow();
        order.city = address.city.orThrow();
        order.country = address.country.orThrow();
        order.shipping = delivery.shipping.orThrow();
        order.deliverOn = order.shipping == Shipping.COURIER ? delivery.deliverOn.value() : null;
        order.note = delivery.note.value() == null ? "" : delivery.note.orThrow();
        order.total = Basket.sum(lines).add(order.shipping.price());
        Auth.find(request, User.class).ifPresent(order.buyer::set);
        order.save();
        lines.stream()
                .sorted(Comparator.comparingLong(line -> line.album().id))
                .forEach(line -> {
                    if (!Stock.take(line.album().id, line.count())) {
                        throw new SoldOut(line);
                    }
                    var bought = new OrderLine();
                    bought.order.set(order);
                    bought.album.set(line.album());
                    bought.price = line.price();
                    bought.count = line.count();
                    bought.save();
                });
    }

    private static Response apologize(Request request, Basket basket, Basket.Line line) {
        int left = Stock.of(line.album().id);
        basket.put(line.album().id, left);
        String title = "“" + line.album().title + "”";
        Messages.warning(
                request,
                left == 0
                        ? "Somebody was a moment quicker: the last copy of "
                                + title
                                + " has just been sold, and we took it out of your basket. Nothing"
                                + " was ordered; what you filled in is kept."
                        : "Somebody was a moment quicker: of "
                                + title
                                + " there "
                                + (left == 1 ? "is 1 copy" : "are " + left + " copies")
                                + " left, which is in your basket now. Nothing was ordered; what"
                                + " you filled in is kept.");
        return redirect("shop:basket");
    }
}
