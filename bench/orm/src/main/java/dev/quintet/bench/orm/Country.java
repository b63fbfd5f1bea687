package dev.quintet.bench.orm;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// A country.
@Meta(table = "bench_country")
public class Country extends Model {

    /// What it is called.
    @Field(maxLength = 50)
    public String name = "";
}
