package pages;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import dev.quintet.orm.StoredFile;
import org.jspecify.annotations.Nullable;

public class Poster extends Model {
    @Field(maxLength = 80)
    public String title = "";

    public final ForeignKey<Artist> artist = foreignKey(CASCADE);

    @Field(
            image = true,
            uploadTo = "posters/%Y/%m",
            size = {"width", "height"})
    public StoredFile image = StoredFile.NONE;

    @Field(editable = false)
    public @Nullable Integer width;

    @Field(editable = false)
    public @Nullable Integer height;

    @Field(storage = "private", uploadBy = ContractPath.class, blank = true)
    public StoredFile contract = StoredFile.NONE;
}
