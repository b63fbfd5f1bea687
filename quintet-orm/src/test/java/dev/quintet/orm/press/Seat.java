package dev.quintet.orm.press;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;

/// A seat at the fair: known by its hall and number together.
public class Seat extends Entity {

    @Id
    @Field(maxLength = 5)
    public String hall;

    @Id public int number;

    @Field(maxLength = 50, blank = true)
    public String guest = "";
}
