package pages;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

@Meta(ordering = "id")
public class Line extends Model {
    public final ForeignKey<Order> order = foreignKey(CASCADE);

    @Field(maxLength = 80)
    public String what = "";

    @Field(positive = true)
    public int count;
}
