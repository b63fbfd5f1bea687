package dev.quintet.orm.press;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import java.time.Instant;

/// What knows when it was made and changed.
public abstract class Stamped extends Model {

    @Field(autoNowAdd = true)
    public Instant created;

    @Field(autoNow = true)
    public Instant updated;
}
