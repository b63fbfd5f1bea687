package dev.quintet.forms.shop;

import dev.quintet.orm.LimitTo;
import dev.quintet.orm.QuerySet;

/// The shelves that are not full.
final class RoomLeft implements LimitTo<Shelf> {

    @Override
    public QuerySet<Shelf> among(QuerySet<Shelf> shelves) {
        return shelves.filter(Shelves.full.eq(false));
    }
}
