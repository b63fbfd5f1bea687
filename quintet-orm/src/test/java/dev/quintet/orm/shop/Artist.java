package dev.quintet.orm.shop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;

/// Somebody who recorded albums.
public class Artist extends Model {

    @Field(maxLength = 100)
    public String name;

    public final Related<Album> albums = related();

    @Override
    public String toString() {
        return name;
    }
}
