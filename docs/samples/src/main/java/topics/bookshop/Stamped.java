package topics.bookshop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import java.time.Instant;

public abstract class Stamped extends Model {

    @Field(autoNowAdd = true)
    public Instant created;

    @Field(autoNow = true)
    public Instant changed;
}
