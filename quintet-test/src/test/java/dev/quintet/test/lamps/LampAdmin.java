package dev.quintet.test.lamps;

import dev.quintet.admin.Access;
import dev.quintet.admin.ModelAdmin;
import java.math.BigDecimal;

/// Lamps in the admin.
final class LampAdmin extends ModelAdmin<Lamp> {

    LampAdmin() {
        listDisplay(
                Lamps.name,
                Lamps.maker,
                Lamps.price,
                Lamps.made,
                Lamps.dimmable,
                column("dear?", Lamp::isDear).sortedBy(Lamps.price));
        listFilter(Lamps.kind, Lamps.dimmable, Lamps.maker, Lamps.made);
        searchFields(Lamps.name, Lamps.maker.name, Lamps.rooms.name);
        dateHierarchy(Lamps.made);
        listPerPage(10);
        fieldset("What it is", Lamps.name, Lamps.slug, Lamps.kind, Lamps.maker, Lamps.rooms);
        fieldset("What it costs", Lamps.price, column("dear?", Lamp::isDear));
        collapsed("More", Lamps.made, Lamps.dimmable);
        prepopulated(Lamps.slug, Lamps.name);
        autocompleteFields(Lamps.maker);
        inline(new BulbInline());
        saveAsNew();
        action(
                "Halve the price",
                (request, lamps) ->
                        lamps.update(Lamps.price.set(Lamps.price.dividedBy(new BigDecimal(2)))));
        action(
                actionOf(
                                "Give away",
                                (request, lamps) -> lamps.update(Lamps.price.set(BigDecimal.ZERO)))
                        .needs(Access.DELETE)
                        .confirmedBy("Give these lamps away?"));
        action(
                actionOf("Publish", (request, lamps) -> lamps.update(Lamps.slug.set("published")))
                        .inBackground());
    }
}
