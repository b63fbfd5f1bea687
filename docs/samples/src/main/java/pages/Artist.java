package pages;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

@Meta(ordering = "name")
public class Artist extends Model {
    @Field(maxLength = 80)
    public String name = "";

    public boolean active = true;

    @Override
    public String toString() {
        return name;
    }
}
