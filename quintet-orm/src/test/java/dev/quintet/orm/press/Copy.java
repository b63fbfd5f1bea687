package dev.quintet.orm.press;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One printed book in a shop, which is known by its code.
@Meta(catalog = "Copies", ordering = "barcode")
public class Copy extends Entity {

    @Id
    @Field(editable = false)
    public UUID id = UUID.randomUUID();

    public final ForeignKey<Book> book = foreignKey(CASCADE);

    @Field(to = "code", column = "br")
    public final ForeignKey<Branch> branch = foreignKey(CASCADE);

    @Field(maxLength = 20, unique = true)
    public String barcode;

    @Field(maxLength = 16)
    public byte @Nullable [] checksum;
}
