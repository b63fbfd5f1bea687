package topics.lending;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public class Loan extends Model {

    @Field(maxLength = 80)
    public String borrower = "";

    public LocalDate due;

    @Field(blank = true)
    public @Nullable LocalDate returned;
}
