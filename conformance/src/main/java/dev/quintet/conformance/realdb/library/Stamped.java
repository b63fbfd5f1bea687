package dev.quintet.conformance.realdb.library;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import java.time.Instant;

/// Knows when it was made and last written.
abstract class Stamped extends Model {

    @Field public Instant created;

    @Field(autoNow = true)
    public Instant updated;
}
