package guild;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;

/// Belongs to the guild.
public class Member extends Model {

    @Field(maxLength = 100)
    public String name = "";
}
