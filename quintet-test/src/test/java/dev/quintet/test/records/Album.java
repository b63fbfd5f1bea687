package dev.quintet.test.records;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import dev.quintet.orm.Slug;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that the shop sells.
@Meta(ordering = "title")
public class Album extends Model {

    @Field(maxLength = 40)
    public String title = "";

    @Field(unique = true)
    public Slug slug;

    @Field(digits = 6, decimals = 2)
    public BigDecimal price;

    public int stock;
    public Format format = Format.LP;
    public @Nullable Format alsoOn;
    public @Nullable LocalDate released;
    public Instant added;
    public UUID barcode;
    public final ForeignKey<Artist> artist = foreignKey(CASCADE);
    public final ForeignKey<@Nullable Artist> guest = foreignKey(CASCADE);
    public final ManyToMany<Genre> genres = manyToMany();
    public final Related<Track> tracks = related();

    @Override
    public String toString() {
        return title;
    }
}
