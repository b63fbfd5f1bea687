package records.shop;

import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.auth.User;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody bought. Nobody needs an account for it: whoever has the token of an order, and the
/// session that placed it, may look at it. Who has an account finds all his orders there.
@Meta(ordering = "-placed")
public class Order extends Model {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    /// Made with the basket. It is unique, so that a button that is pressed twice orders once.
    @Field(maxLength = 43, unique = true, editable = false)
    public String token = "";

    @Field(autoNowAdd = true)
    public Instant placed = Instant.EPOCH;

    @Field(maxLength = 80)
    public String name = "";

    @Field(maxLength = 254)
    public String email = "";

    @Field(maxLength = 120)
    public String street = "";

    @Field(maxLength = 12)
    public String postcode = "";

    @Field(maxLength = 80)
    public String city = "";

    @Field(maxLength = 2)
    public String country = "";

    public Shipping shipping = Shipping.POST;

    /// On which day the courier comes; `null` for other ways.
    @Field(blank = true)
    public @Nullable LocalDate deliverOn;

    @Field(blank = true)
    public String note = "";

    @Field(digits = 8, decimals = 2)
    public BigDecimal total = BigDecimal.ZERO;

    /// When it left the shop; `null` while it has not.
    @Field(blank = true)
    public @Nullable Instant sent;

    /// Who had signed in when it was placed, if anybody had.
    public final ForeignKey<@Nullable User> buyer = foreignKey(SET_NULL);

    public final Related<OrderLine> lines = related();

    /// {@return the number on the bill}
    public String number() {
        return "HC-%05d".formatted(id);
    }

    /// {@return when it comes, in a sentence}
    public String arrival() {
        return switch (shipping) {
            case POST -> "Your records are on their way to you in three to five days.";
            case PICKUP -> "Your records wait for you at the counter.";
            case COURIER ->
                    "The courier rings on " + DAY.format(Objects.requireNonNull(deliverOn)) + ".";
        };
    }

    /// {@return the country's name}
    public String countryName() {
        return Countries.name(country);
    }

    @Override
    public String toString() {
        return number();
    }
}
