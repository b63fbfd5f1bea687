package dev.quintet.test.records;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// Out of an egg, each.
public class Hen extends Model {

    public final ForeignKey<Egg> shell = foreignKey(CASCADE);
}
