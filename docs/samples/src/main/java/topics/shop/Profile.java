package topics.shop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import dev.quintet.orm.OneToOne;

/// What a member tells of themselves.
public class Profile extends Model {

    public final OneToOne<Member> member = oneToOne(CASCADE);

    @Field(blank = true)
    public String about = "";
}
