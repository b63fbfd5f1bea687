package topics.bookshop;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.HasAdmin;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Command;
import java.util.List;
import java.util.function.Supplier;

public final class BookshopApp implements App, HasAdmin {

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(Restock::new);
    }

    @Override
    public void admin(AdminSite site) {
        site.register(Book.class, Author.class, Tag.class);
    }
}
