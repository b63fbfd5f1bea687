package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.auth.User;
import dev.quintet.orm.Field;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.OneToOne;
import dev.quintet.orm.Related;
import dev.quintet.orm.TextFormat;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody who borrows books.
@Meta(ordering = {"name", "id"})
public class Member extends Model {

    @Field(blank = true)
    public final OneToOne<@Nullable User> user = oneToOne(CASCADE);

    @Field(maxLength = 120)
    public String name;

    @Field(unique = true)
    public long cardNo;

    @Field public LocalDate joined;

    @Field(format = TextFormat.IP_ADDRESS_UNPACKED, blank = true)
    public @Nullable String ip;

    @Field(blank = true)
    public final ManyToMany<Book> favourites = manyToMany();

    @Field(blank = true)
    public final ManyToMany<Member> friends = manyToMany();

    public final Related<Loan> loans = related();
    public final Related<Review> reviews = related();

    @Override
    public String toString() {
        return name;
    }
}
