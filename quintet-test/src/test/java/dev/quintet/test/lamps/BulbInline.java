package dev.quintet.test.lamps;

import dev.quintet.admin.TabularInline;

/// The bulbs of a lamp.
final class BulbInline extends TabularInline<Bulb, Lamp> {

    BulbInline() {
        super(Bulbs.lamp);
        fields(Bulbs.socket, Bulbs.watts);
        extra(1);
    }
}
