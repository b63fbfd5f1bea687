package topics.shop;

import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.orm.Constraint;
import dev.quintet.orm.Constraints;
import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import java.math.BigDecimal;
import java.util.List;

/// Money of a customer, which cannot be less than none.
public class Purse extends Model {

    @Field(digits = 10, decimals = 2)
    public BigDecimal balance = BigDecimal.ZERO;

    @Constraints
    static List<Constraint<Purse>> constraints() {
        return List.of(
                Constraint.check("purse_not_overdrawn", Purses.balance.gte(BigDecimal.ZERO)));
    }

    /// Moves money: both purses change, or neither.
    public static void transfer(Purse from, Purse to, BigDecimal amount) {
        atomic(() -> {
            Purses.filter(Purses.id.eq(to.id))
                    .update(Purses.balance.set(Purses.balance.plus(amount)));
            Purses.filter(Purses.id.eq(from.id))
                    .update(Purses.balance.set(Purses.balance.minus(amount)));
        });
    }
}
