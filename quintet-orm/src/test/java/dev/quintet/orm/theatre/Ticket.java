package dev.quintet.orm.theatre;

import static dev.quintet.orm.OnDelete.PROTECT;

import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// A ticket for a tier, by three columns.
public class Ticket extends Model {

    public final ForeignKey<Tier> tier = foreignKey(PROTECT);

    public int price;
}
