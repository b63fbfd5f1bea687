package dev.quintet.test.stages;

import dev.quintet.orm.LimitTo;
import dev.quintet.orm.QuerySet;

/// The halls that people may be sent to.
final class OpenHalls implements LimitTo<Hall> {

    @Override
    public QuerySet<Hall> among(QuerySet<Hall> halls) {
        return halls.filter(Halls.open.eq(true));
    }
}
