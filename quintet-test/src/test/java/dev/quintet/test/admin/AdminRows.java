package dev.quintet.test.admin;

import dev.quintet.test.lamps.Bulb;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.Maker;
import dev.quintet.test.lamps.Room;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Rows for the tests of the admin.
final class AdminRows {

    private AdminRows() {}

    static Maker maker(String name) {
        var maker = new Maker();
        maker.name = name;
        maker.save();
        return maker;
    }

    static Room room(String name) {
        var room = new Room();
        room.name = name;
        room.save();
        return room;
    }

    static Lamp lamp(String name, Maker maker, String price, Kind kind, @Nullable LocalDate made) {
        var lamp = new Lamp();
        lamp.name = name;
        lamp.maker.set(maker);
        lamp.price = new BigDecimal(price);
        lamp.kind = kind;
        lamp.made = made;
        lamp.save();
        return lamp;
    }

    static Bulb bulb(Lamp lamp, String socket) {
        var bulb = new Bulb();
        bulb.lamp.set(lamp);
        bulb.socket = socket;
        bulb.save();
        return bulb;
    }
}
