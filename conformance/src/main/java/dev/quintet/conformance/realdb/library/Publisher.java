package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.Functions.lower;
import static dev.quintet.orm.OnDelete.PROTECT;

import dev.quintet.orm.Constraint;
import dev.quintet.orm.Constraints;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import dev.quintet.orm.TextFormat;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A house that publishes books and periodicals.
@Meta(ordering = "name")
public class Publisher extends Model {

    @Field(maxLength = 120, unique = true)
    public String name;

    public final ForeignKey<Country> country = foreignKey(PROTECT);

    @Field(blank = true)
    public @Nullable LocalDate founded;

    @Field(format = TextFormat.URL, blank = true)
    public String website = "";

    @Field(format = TextFormat.EMAIL, blank = true)
    public String email = "";

    public boolean active = true;
    public final Related<Book> books = related();
    public final Related<Periodical> periodicals = related();

    @Constraints
    static List<Constraint<Publisher>> constraints() {
        return List.of(Constraint.unique("lib_pub_name_ci", lower(Publishers.name)));
    }

    @Override
    public String toString() {
        return name;
    }
}
