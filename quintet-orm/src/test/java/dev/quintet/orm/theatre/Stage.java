package dev.quintet.orm.theatre;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Model;
import dev.quintet.orm.OneToOne;

/// The only stage of a hall.
public class Stage extends Model {

    public final OneToOne<Hall> hall = oneToOne(CASCADE);

    public int width;
}
