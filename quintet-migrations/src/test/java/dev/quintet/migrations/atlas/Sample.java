package dev.quintet.migrations.atlas;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value of each kind.
public class Sample extends Entity {

    @Id public UUID code = UUID.randomUUID();

    @Field(maxLength = 200)
    public String shortText = "";

    @Field public String text = "";
    public long big;
    public @Nullable Double ratio;
    public boolean live;

    @Field(digits = 12, decimals = 4)
    public @Nullable BigDecimal price;

    public @Nullable LocalDate day;
    public @Nullable LocalTime hour;
    public @Nullable Instant moment;
    public @Nullable Duration length;
    public byte @Nullable [] bytes;
    public @Nullable Object document;
}
