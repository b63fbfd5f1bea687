package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One copy of a book.
@Meta(ordering = "barcode", verboseNamePlural = "copies")
public class Copy extends Entity {

    @Id
    @Field(editable = false)
    public UUID id = UUID.randomUUID();

    public final ForeignKey<Book> book = foreignKey(CASCADE);

    @Field(to = "code", column = "br")
    public final ForeignKey<Branch> branch = foreignKey(CASCADE);

    @Field(maxLength = 20, unique = true)
    public String barcode;

    @Field public Instant acquired;
    public short condition = 5;

    @Field(maxLength = 16)
    public byte @Nullable [] checksum;

    public final Related<Loan> loans = related();
}
