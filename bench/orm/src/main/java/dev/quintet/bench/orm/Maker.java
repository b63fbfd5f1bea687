package dev.quintet.bench.orm;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;

/// Who makes products.
@Meta(table = "bench_maker")
public class Maker extends Model {

    /// What it is called.
    @Field(maxLength = 50)
    public String name = "";

    /// Where it is.
    public final ForeignKey<Country> country = foreignKey(CASCADE);

    /// What it makes.
    public final Related<Product> products = related();
}
