package dev.quintet.test.lamps;

import static dev.quintet.orm.OnDelete.PROTECT;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A lamp.
@Meta(ordering = "name")
public class Lamp extends Model {
    @Field(maxLength = 80)
    public String name = "";

    @Field(maxLength = 80, blank = true)
    public String slug = "";

    public Kind kind = Kind.TABLE;

    @Field(digits = 8, decimals = 2)
    public BigDecimal price = BigDecimal.TEN;

    @Field(blank = true)
    public @Nullable LocalDate made;

    public boolean dimmable;

    public final ForeignKey<Maker> maker = foreignKey(PROTECT);

    @Field(blank = true)
    public final ManyToMany<Room> rooms = manyToMany();

    public final Related<Bulb> bulbs = related();

    /// {@return whether few can pay for it}
    public boolean isDear() {
        return price.compareTo(new BigDecimal(100)) > 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
