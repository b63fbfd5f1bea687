package dev.quintet.bench.orm;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// What a reader says of a product.
@Meta(table = "bench_review")
public class Review extends Model {

    /// What is said.
    @Field(maxLength = 200)
    public String text = "";

    /// From 1 to 5.
    public int score;

    /// Of what.
    public final ForeignKey<Product> product = foreignKey(CASCADE);

    /// By whom.
    public final ForeignKey<Reader> reader = foreignKey(CASCADE);
}
