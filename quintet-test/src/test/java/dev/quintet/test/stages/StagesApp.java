package dev.quintet.test.stages;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.HasAdmin;
import dev.quintet.admin.ModelAdmin;
import dev.quintet.admin.TabularInline;
import dev.quintet.kernel.app.App;

/// Halls, plays, and what belongs to them.
public final class StagesApp implements App, HasAdmin {

    /// For the site.
    public StagesApp() {}

    @Override
    public void admin(AdminSite site) {
        site.register(
                new HallAdmin(),
                new SeatAdmin(),
                new TierAdmin(),
                new PlayAdmin(),
                new PropAdmin());
    }

    private static final class HallAdmin extends ModelAdmin<Hall> {

        HallAdmin() {
            listDisplay(Halls.house, Halls.number, Halls.name);
            listEditable(Halls.name);
            searchFields(Halls.name);
            action("Close", (request, halls) -> halls.update(Halls.open.set(false)));
            inline(new SeatInline());
            inline(new TierInline());
            inline(new RemarkInline());
        }
    }

    private static final class SeatInline extends TabularInline<Seat, Hall> {

        SeatInline() {
            super(Seats.hall);
            extra(1);
        }
    }

    private static final class TierInline extends TabularInline<Tier, Hall> {

        TierInline() {
            super(Tiers.hall);
            extra(1);
        }
    }

    private static final class RemarkInline extends TabularInline<Remark, Hall> {

        RemarkInline() {
            super(Remarks.about);
            fields(Remarks.text);
            extra(1);
        }
    }

    private static final class SeatAdmin extends ModelAdmin<Seat> {

        SeatAdmin() {
            listDisplay(Seats.place, Seats.hall);
            listFilter(Seats.hall);
        }
    }

    private static final class TierAdmin extends ModelAdmin<Tier> {

        TierAdmin() {
            listDisplay(Tiers.letter, Tiers.hall, Tiers.label);
            autocompleteFields(Tiers.hall);
            bigTable();
        }
    }

    private static final class PlayAdmin extends ModelAdmin<Play> {

        PlayAdmin() {
            listDisplay(Plays.code, Plays.title, Plays.poster);
            searchFields(Plays.title);
            inline(new PropInline());
        }
    }

    private static final class PropInline extends TabularInline<Prop, Play> {

        PropInline() {
            super(Props.play);
            extra(1);
        }
    }

    private static final class PropAdmin extends ModelAdmin<Prop> {

        PropAdmin() {
            listDisplay(Props.label, Props.play);
            listFilter(Props.play);
        }
    }
}
