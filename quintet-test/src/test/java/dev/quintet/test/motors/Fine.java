package dev.quintet.test.motors;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// What a vehicle was fined for; the police knows its plate, and no key of ours.
@Meta(ordering = "id")
public class Fine extends Model {

    @Field(to = "plate")
    public final ForeignKey<Vehicle> vehicle = foreignKey(CASCADE);

    @Field(maxLength = 40)
    public String reason = "";
}
