package dev.quintet.orm.press;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.OneToOne;
import dev.quintet.orm.StoredFile;
import dev.quintet.orm.TextFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// More of an author, under the author's own key.
public class AuthorProfile extends Entity {

    @Id public final OneToOne<Author> author = oneToOne(CASCADE);

    @Field(format = TextFormat.URL, blank = true)
    public String website = "";

    @Field(blank = true)
    public Map<String, Object> prefs = new LinkedHashMap<>();

    @Field(uploadTo = "photos/%Y/", blank = true)
    public StoredFile photo = StoredFile.NONE;
}
