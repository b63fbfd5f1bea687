package dev.quintet.conformance.realdb.library;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A house of the library.
@Meta(table = "lib_branch", ordering = "code")
public class Branch extends Model {

    @Field(maxLength = 8, unique = true)
    public String code;

    @Field(maxLength = 80)
    public String name;

    @Field public LocalTime opens;
    public @Nullable LocalTime closes;
    public @Nullable Double latitude;
    public final Related<Copy> copies = related();

    @Override
    public String toString() {
        return name;
    }
}
