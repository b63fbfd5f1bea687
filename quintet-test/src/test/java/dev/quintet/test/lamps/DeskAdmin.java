package dev.quintet.test.lamps;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.ModelAdmin;
import dev.quintet.admin.SimpleListFilter;
import dev.quintet.auth.Auth;
import dev.quintet.auth.User;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.http.Request;
import dev.quintet.http.Routes;
import dev.quintet.orm.QuerySet;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// The desk of each member of the staff: an admin with the lamps that are theirs, by the slug.
final class DeskAdmin extends ModelAdmin<Lamp> {

    DeskAdmin() {
        listDisplay(Lamps.name, Lamps.price);
        listFilter(new Purse());
        searchBeginnings(Lamps.name, Lamps.maker.name);
        fields(Lamps.name, Lamps.kind, Lamps.maker);
        radioFields(Lamps.kind);
        rawIdFields(Lamps.maker);
        widget(Lamps.name, Textarea::new);
    }

    static Routes routes() {
        return AdminSite.of("desk")
                .title("Desk of lamps")
                .header("What is on my desk")
                .register(new DeskAdmin(), new DearLampAdmin(), new NoteAdmin())
                .routes();
    }

    @Override
    protected QuerySet<Lamp> queryset(Request request) {
        String name = Auth.user(request) instanceof User user ? user.username : "";
        return super.queryset(request).filter(Lamps.slug.eq(name));
    }

    /// By what one has to spend.
    private static final class Purse extends SimpleListFilter<Lamp> {

        Purse() {
            super("purse", "purse");
        }

        @Override
        protected Map<String, String> lookups(Request request) {
            var all = new LinkedHashMap<String, String>();
            all.put("small", "a small purse");
            all.put("big", "a big purse");
            return all;
        }

        @Override
        protected QuerySet<Lamp> queryset(QuerySet<Lamp> lamps, String value) {
            var most = new BigDecimal(100);
            return lamps.filter(
                    value.equals("small") ? Lamps.price.lte(most) : Lamps.price.gt(most));
        }
    }

    /// A proxy, which shows what its model does not, and the rows of its default manager.
    private static final class DearLampAdmin extends ModelAdmin<DearLamp> {

        DearLampAdmin() {
            listDisplay(DearLamps.name, column("boast", DearLamp::boast));
            fields(DearLamps.name);
        }
    }

    /// Notes, by the time when they were written.
    private static final class NoteAdmin extends ModelAdmin<Note> {

        NoteAdmin() {
            listDisplay(Notes.text);
            dateHierarchy(Notes.written);
        }
    }
}
