package dev.quintet.forms.shop;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;

/// A shelf: known by its aisle and its number there.
@Meta(ordering = {"aisle", "number"})
public class Shelf extends Entity {

    @Id
    @Field(maxLength = 20)
    public String aisle = "";

    @Id public int number;

    @Field(maxLength = 40)
    public String label = "";

    public boolean full;

    /// A shelf, saved.
    public static Shelf at(String aisle, int number, String label) {
        var shelf = new Shelf();
        shelf.aisle = aisle;
        shelf.number = number;
        shelf.label = label;
        shelf.save();
        return shelf;
    }

    @Override
    public String toString() {
        return label;
    }
}
