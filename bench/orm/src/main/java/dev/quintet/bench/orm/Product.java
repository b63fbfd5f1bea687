package dev.quintet.bench.orm;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// Ten columns of common kinds.
@Meta(table = "bench_product")
public class Product extends Model {

    /// What it is called.
    @Field(maxLength = 100)
    public String name = "";

    /// Who makes it.
    public final ForeignKey<Maker> maker = foreignKey(CASCADE);

    /// What it costs.
    @Field(digits = 8, decimals = 2)
    public BigDecimal price = BigDecimal.ONE;

    /// How many there are.
    public int stock;

    /// From 0 to 5.
    public double rating;

    /// Whether it is sold.
    public boolean active;

    /// Since which day.
    public LocalDate released = LocalDate.EPOCH;

    /// When the row was made.
    public Instant created = Instant.EPOCH;

    /// What else is to say.
    @Field(maxLength = 200)
    public String notes = "";
}
