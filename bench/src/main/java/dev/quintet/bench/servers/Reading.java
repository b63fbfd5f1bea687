package dev.quintet.bench.servers;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.math.BigDecimal;
import java.time.Instant;

/// A row of a big table.
@Meta(
        table = "reading",
        ordering = {"-id"})
public class Reading extends Model {

    @Field(maxLength = 60)
    public String name = "";

    public int kind;
    public Instant taken = Instant.EPOCH;

    @Field(digits = 10, decimals = 2)
    public BigDecimal worth = BigDecimal.ZERO;

    public boolean done;

    @Override
    public String toString() {
        return name;
    }
}
