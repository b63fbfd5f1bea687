package dev.quintet.test.motors;

import dev.quintet.orm.LimitTo;
import dev.quintet.orm.QuerySet;

/// Who may own a vehicle.
final class Licensed implements LimitTo<Driver> {

    @Override
    public QuerySet<Driver> among(QuerySet<Driver> drivers) {
        return drivers.filter(Drivers.licensed.eq(true));
    }
}
