package dev.quintet.contenttypes.library;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;

/// A book.
public class Book extends Model {

    @Field(maxLength = 100)
    public String title = "";
}
