package dev.quintet.bench.orm;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// Who writes reviews.
@Meta(table = "bench_reader")
public class Reader extends Model {

    /// What they are called.
    @Field(maxLength = 50)
    public String name = "";
}
