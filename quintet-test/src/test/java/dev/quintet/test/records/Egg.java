package dev.quintet.test.records;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// Laid by a hen, each.
public class Egg extends Model {

    public final ForeignKey<Hen> mother = foreignKey(CASCADE);
}
