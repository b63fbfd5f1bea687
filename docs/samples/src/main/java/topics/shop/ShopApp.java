package topics.shop;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.HasAdmin;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signal.Signal;
import dev.quintet.orm.ModelSignals;
import dev.quintet.orm.SaveEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The shop: its models, its admin, and what it listens to.
public final class ShopApp implements App, HasAdmin {

    /// A book was sold; with its key.
    public static final Signal<Long> SOLD = Signal.named("shop.sold");

    private final List<Signal.Connection<?>> listening = new ArrayList<>();

    @Override
    public void admin(AdminSite site) {
        site.register(new BookAdmin());
        site.register(Author.class, Publisher.class);
    }

    @Override
    public void ready(Context site) {
        listening.add(ModelSignals.preSave(Book.class, ShopApp::barenIsbn));
        listening.add(ModelSignals.postSave(Member.class, ShopApp::makeProfile));
    }

    @Override
    public void closing(Context site) {
        listening.forEach(Signal.Connection::close);
    }

    private static void barenIsbn(SaveEvent<Book> event) {
        Book book = event.instance();
        book.isbn = book.isbn.replace("-", "");
    }

    private static void makeProfile(SaveEvent<Member> event) {
        if (event.created()) {
            Profiles.all().getOrCreate(Map.of("member", event.instance()), Map.of());
        }
    }
}
