package dev.quintet.forms.shop;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Slug;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A record.
@Meta(ordering = "title")
public class Album extends Model {

    /// What it is pressed on.
    public enum Format {
        /// Vinyl.
        LP,
        /// Tape.
        CASSETTE
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

    @Override
    public String toString() {
        return title;
    }
}
