package pages;

import static dev.quintet.http.Routes.path;
import static dev.quintet.orm.Transaction.atomic;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.Site;
import dev.quintet.forms.ModelFormSet;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.web.AutocompleteView;
import dev.quintet.web.CreateView;
import dev.quintet.web.UpdateView;
import java.util.Map;

public final class Pages extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(PagesApp.class);
        settings.database(env("DATABASE_URL", "sqlite:pages.db"));
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                path("orders/", request -> Response.text("all")).name("orders"),
                path("orders/<int:id>/", Pages::edit).name("order"),
                path("posters/", request -> Response.text("all")).name("posters"),
                path("posters/new/", CreateView.of(PosterForm::new, poster -> redirect("posters"))),
                path(
                        "posters/<int:pk>/",
                        UpdateView.of(
                                Posters.all(), PosterForm::new, poster -> redirect("posters"))),
                path(
                        "artists/find/",
                        AutocompleteView.of(request -> new PosterForm().artist, Artists.name)),
                path("apply/", Applying.APPLY),
                path("thanks/", request -> Response.text("Thank you")).name("thanks"));
    }

    static Response edit(Request request, long id) {
        Order order = Orders.getOr404(Orders.id.eq(id));
        var form = new OrderForm();
        form.instance(order);
        var lines =
                ModelFormSet.inline(LineForm::new, Lines.order, order)
                        .extra(1)
                        .max(50)
                        .canDelete()
                        .canRemove();
        if (request.is("POST")) {
            boolean orderIsFine = form.accepts(request);
            boolean linesAreFine =
                    lines.accepts(request); // both are asked, so that all errors show
            if (orderIsFine && linesAreFine) {
                atomic(() -> {
                    form.save();
                    lines.save();
                });
                return redirect("orders");
            }
        }
        return render(request, "pages/order.html", Map.of("form", form, "lines", lines));
    }
}
