package dev.quintet.migrations.press;

import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// A table that somebody else makes.
@Meta(managed = false)
public class Archive extends Model {

    public int year;
}
