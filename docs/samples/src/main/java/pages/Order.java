package pages;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;

public class Order extends Model {
    @Field(maxLength = 80)
    public String customer = "";

    @Field(maxLength = 200, blank = true)
    public String note = "";

    public final Related<Line> lines = related();
}
