package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Constraint;
import dev.quintet.orm.Constraints;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A copy that a member took home.
@Meta(
        ordering = {"outAt", "id"},
        latestBy = {"outAt", "id"})
public class Loan extends Model {

    public final ForeignKey<Copy> copy = foreignKey(CASCADE);
    public final ForeignKey<Member> member = foreignKey(CASCADE);

    @Field public Instant outAt;
    @Field public LocalDate due;

    @Field(blank = true)
    public @Nullable Instant returnedAt;

    @Field(blank = true)
    public @Nullable LocalTime pickupTime;

    @Field(digits = 6, decimals = 2)
    public BigDecimal fine = BigDecimal.ZERO;

    @Constraints
    static List<Constraint<Loan>> constraints() {
        return List.of(
                Constraint.unique("lib_loan_one_open", Loans.copy)
                        .where(Loans.returnedAt.isNull()));
    }
}
