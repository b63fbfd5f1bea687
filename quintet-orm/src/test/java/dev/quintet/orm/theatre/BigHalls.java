package dev.quintet.orm.theatre;

import dev.quintet.orm.LimitTo;
import dev.quintet.orm.QuerySet;

/// The halls whose number is 2 or more.
final class BigHalls implements LimitTo<Hall> {

    @Override
    public QuerySet<Hall> among(QuerySet<Hall> halls) {
        return halls.filter(Halls.number.gte(2));
    }
}
