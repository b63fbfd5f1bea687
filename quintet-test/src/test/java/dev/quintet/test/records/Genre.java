package dev.quintet.test.records;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;

/// A kind of music.
public class Genre extends Model {

    @Field(maxLength = 3, unique = true)
    public String code = "";
}
