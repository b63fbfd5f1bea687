package topics.shop;

import dev.quintet.auth.AbstractUser;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.RelatedOne;

/// Who signs in.
public class Member extends AbstractUser {

    @Id(generated = true)
    public long id;

    @Field(maxLength = 30, blank = true)
    public String phone = "";

    public final RelatedOne<Profile> profile = relatedOne();
}
