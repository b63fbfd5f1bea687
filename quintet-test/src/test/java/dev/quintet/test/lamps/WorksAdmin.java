package dev.quintet.test.lamps;

import dev.quintet.admin.ModelAdmin;
import dev.quintet.admin.StackedInline;
import dev.quintet.admin.TabularInline;
import dev.quintet.orm.Entity;

/// Makers in an admin of their own: each with its lamps, each of these with its bulbs, and notes on
/// all of them, on one page.
final class WorksAdmin extends ModelAdmin<Maker> {

    WorksAdmin() {
        listDisplay(Makers.name);
        searchExactly(Makers.id, Makers.name);
        inline(new LampInline());
        inline(new NoteInline<>());
    }

    /// The lamps of a maker.
    static final class LampInline extends StackedInline<Lamp, Maker> {

        LampInline() {
            super(Lamps.maker);
            fields(Lamps.name, Lamps.price, Lamps.rooms);
            extra(0);
            perPage(250);
            inline(new SpareInline());
            inline(new NoteInline<>());
        }
    }

    /// The bulbs of a lamp.
    static final class SpareInline extends TabularInline<Bulb, Lamp> {

        SpareInline() {
            super(Bulbs.lamp);
            fields(Bulbs.socket, Bulbs.watts);
            extra(1);
        }
    }

    /// Notes on whatever the page shows.
    static final class NoteInline<P extends Entity> extends TabularInline<Note, P> {

        NoteInline() {
            super(Notes.about);
            fields(Notes.text);
            extra(1);
            perPage(20);
        }
    }
}
