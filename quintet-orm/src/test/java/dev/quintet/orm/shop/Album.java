package dev.quintet.orm.shop;

import static dev.quintet.orm.Expressions.today;
import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Index;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Related;
import dev.quintet.orm.Scope;
import dev.quintet.orm.Slug;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A record that the shop sells.
@Meta(ordering = "-released", indexes = @Index(fields = {"format", "released"}))
public class Album extends Model {

    @Field(maxLength = 200)
    public String title;

    @Field(unique = true)
    public Slug slug;

    @Field(digits = 8, decimals = 2)
    public BigDecimal price;

    public int stock;
    public Format format = Format.LP;
    public @Nullable LocalDate released;
    public final ForeignKey<Artist> artist = foreignKey(CASCADE);
    public final ManyToMany<Genre> genres = manyToMany();
    public final Related<Track> tracks = related();

    @Scope
    static QuerySet<Album> latest(QuerySet<Album> albums) {
        return albums.filter(Albums.released.lte(today())).orderBy(Albums.released.desc());
    }

    @Override
    public String toString() {
        return title;
    }
}
