package dev.quintet.test.records;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import dev.quintet.orm.ReverseOf;

/// Somebody who recorded albums.
public class Artist extends Model {

    @Field(maxLength = 100, unique = true)
    public String name = "";

    @ReverseOf("artist")
    public final Related<Album> albums = related();

    @Override
    public String toString() {
        return name;
    }
}
