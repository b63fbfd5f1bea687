package dev.quintet.migrations.store;

import static dev.quintet.orm.OnDelete.PROTECT;
import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Computed;
import dev.quintet.orm.Constraint;
import dev.quintet.orm.Constraints;
import dev.quintet.orm.Expression;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Index;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.OneToOne;
import dev.quintet.orm.Slug;
import dev.quintet.orm.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A thing that is sold.
@Meta(
        ordering = {"-added", "id"},
        indexes = @Index(fields = {"maker", "-price"}),
        unique = @Unique(fields = {"maker", "title"}))
public class Product extends Model {

    /// How it is sold.
    public enum Kind {
        NEW,
        USED
    }

    @Field(maxLength = 200)
    public String title;

    @Field(maxLength = 60, unique = true)
    public Slug slug;

    @Field(digits = 8, decimals = 2)
    public BigDecimal price = new BigDecimal("9.50");

    @Field(positive = true)
    public int stock = 1;

    public int total;
    public Kind kind = Kind.NEW;

    @Field(blank = true)
    public @Nullable LocalDate added;

    public @Nullable Instant sold;

    @Field(maxLength = 20, databaseDefault = "'n/a'")
    public String note;

    @Field(blank = true)
    public @Nullable Object details;

    public final ForeignKey<Maker> maker = foreignKey(PROTECT);

    @Field(blank = true)
    public final OneToOne<@Nullable Product> successor = oneToOne(SET_NULL);

    public final ManyToMany<Maker> helpers = manyToMany();

    @Computed
    static Expression<Product, Integer> total() {
        return Products.stock.times(2);
    }

    @Constraints
    static List<Constraint<Product>> constraints() {
        return List.of(
                Constraint.check("store_price_gte_0", Products.price.gte(BigDecimal.ZERO)),
                Constraint.<Product>unique("store_one_new", Products.title)
                        .where(Products.kind.eq(Kind.NEW)));
    }
}
