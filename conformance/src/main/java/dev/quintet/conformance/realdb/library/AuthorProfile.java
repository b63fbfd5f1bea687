package dev.quintet.conformance.realdb.library;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.OneToOne;
import dev.quintet.orm.StoredFile;
import dev.quintet.orm.TextFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// More about an author, whose key it shares.
public class AuthorProfile extends Entity {

    @Id public final OneToOne<Author> author = oneToOne(CASCADE);

    @Field(format = TextFormat.URL, blank = true)
    public String website = "";

    @Field(blank = true)
    public Map<String, @Nullable Object> prefs = new LinkedHashMap<>();

    @Field(uploadTo = "photos/%Y/", blank = true)
    public StoredFile photo = StoredFile.NONE;
}
