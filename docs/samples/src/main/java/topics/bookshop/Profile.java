package topics.bookshop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import dev.quintet.orm.OneToOne;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public class Profile extends Model {

    public final OneToOne<Customer> customer = oneToOne(CASCADE);

    @Field(maxLength = 30)
    public String phone = "";

    @Field(maxLength = 200, blank = true)
    public String note = "";

    @Field(blank = true)
    public @Nullable LocalDate birthday;

    public @Nullable Integer points;
}
