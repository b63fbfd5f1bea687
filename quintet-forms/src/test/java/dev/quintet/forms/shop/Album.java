package dev.quintet.forms.shop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Constraint;
import dev.quintet.orm.Constraints;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Slug;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record.
@Meta(ordering = "title")
public class Album extends Model {

    /// What it is pressed on.
    public enum Format {
        /// Vinyl.
        LP("Long play", "Older"),
        /// Tape.
        CASSETTE("Cassette", "Older"),
        /// Nothing to hold.
        STREAM("Stream", "");

        private final String label;
        private final String group;

        Format(String label, String group) {
            this.label = label;
            this.group = group;
        }

        String label() {
            return label;
        }

        String group() {
            return group;
        }
    }

    @Field(maxLength = 100)
    public String title = "";

    @Field(unique = true)
    public Slug slug = new Slug("x");

    @Field(digits = 8, decimals = 2)
    public BigDecimal price = BigDecimal.ZERO;

    public int stock;
    public Format format = Format.LP;
    public @Nullable LocalDate released;
    public boolean hidden;
    public final ForeignKey<Artist> artist = foreignKey(CASCADE);
    public final ManyToMany<Genre> genres = manyToMany();

    @Constraints
    static List<Constraint<Album>> constraints() {
        return List.of(
                Constraint.<Album>check("shop_album_price", Albums.price.gte(BigDecimal.ZERO))
                        .violation("A record is never cheaper than free.", "price"));
    }

    @Override
    public String toString() {
        return title;
    }
}
