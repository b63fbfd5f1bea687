package hello;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

@Meta(ordering = "-id")
public class Greeting extends Model {

    @Field(maxLength = 200)
    public String text = "";
}
