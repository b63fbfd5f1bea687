package dev.quintet.test.badges;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import dev.quintet.test.club.Member;

/// What a member wears.
public class Badge extends Model {
    @Field(maxLength = 20)
    public String words = "";

    public final ForeignKey<Member> owner = foreignKey(CASCADE);
}
