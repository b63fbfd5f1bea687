package dev.quintet.orm.press;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import java.time.LocalTime;

/// A shop.
@Meta(table = "press_shop", ordering = "code")
public class Branch extends Model {

    @Field(maxLength = 8, unique = true)
    public String code;

    public LocalTime opens = LocalTime.of(9, 0);
    public final Related<Copy> copies = related();
}
