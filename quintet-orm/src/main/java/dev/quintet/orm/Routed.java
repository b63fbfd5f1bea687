package dev.quintet.orm;

import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.Routing;
import org.jspecify.annotations.Nullable;

/// Which database is meant where `using` names none: what the routers say, when the query runs.
///
/// A place that is still open is written as a word that no alias can be, with the alias of the
/// object at hand behind it.
final class Routed {

    private static final char OPEN = '~';

    /// The place of a query that begins at nothing.
    static final String UNCHOSEN = String.valueOf(OPEN);

    private Routed() {}

    /// {@return the place of a query that begins at an object of this database}
    static String near(String alias) {
        return OPEN + alias;
    }

    /// {@return the alias to read from}
    static String forRead(ModelMapping<?> model, String place) {
        return isOpen(place) ? routing().forRead(model.state(), at(place)) : place;
    }

    /// {@return the alias to write to}
    static String forWrite(ModelMapping<?> model, String place) {
        return isOpen(place) ? routing().forWrite(model.state(), at(place)) : place;
    }

    /// {@return the alias to write an object to}
    static String forWrite(ModelMapping<?> model, Entity object) {
        EntityState state = object.state;
        return routing().forWrite(model.state(), state == null ? null : state.database());
    }

    private static boolean isOpen(String place) {
        return !place.isEmpty() && place.charAt(0) == OPEN;
    }

    private static @Nullable String at(String place) {
        return place.length() == 1 ? null : place.substring(1);
    }

    private static Routing routing() {
        return Databases.current().routing();
    }
}
