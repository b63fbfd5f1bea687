package dev.quintet.contenttypes.library;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// Something said of a model as a whole.
public class Note extends Model {

    public final ForeignKey<ContentType> about = foreignKey(CASCADE);
    public String text = "";
}
