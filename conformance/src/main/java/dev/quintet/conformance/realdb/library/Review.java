package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.CASCADE;
import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.orm.Constraint;
import dev.quintet.orm.Constraints;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a member thinks of a book.
@Meta(ordering = {"-created", "id"})
public class Review extends Model {

    public final ForeignKey<Book> book = foreignKey(CASCADE);
    public final ForeignKey<@Nullable Member> member = foreignKey(SET_NULL);

    @Field(positive = true)
    public short stars;

    @Field(maxLength = 100, blank = true)
    public String title = "";

    @Field(blank = true)
    public String body = "";

    @Field public Instant created;
    public boolean approved;

    @Constraints
    static List<Constraint<Review>> constraints() {
        return List.of(
                Constraint.check(
                        "lib_review_stars_1_5",
                        Reviews.stars.gte((short) 1).and(Reviews.stars.lte((short) 5))));
    }
}
