package dev.quintet.forms.shop;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.StoredFile;
import dev.quintet.orm.UploadTo;
import org.jspecify.annotations.Nullable;

/// A picture with papers.
public class Poster extends Model {

    /// Leaflets lie by the poster's title.
    static final class LeafletPath implements UploadTo<Poster> {
        @Override
        public String path(Poster poster, String fileName) {
            return "leaflets/" + poster.title + "/" + fileName;
        }
    }

    @Field(maxLength = 40, unique = true)
    public String title = "";

    @Field(
            image = true,
            uploadTo = "posters/%Y/%m",
            size = {"imageWidth", "imageHeight"})
    public StoredFile image = StoredFile.NONE;

    @Field(editable = false)
    public @Nullable Integer imageWidth;

    @Field(editable = false)
    public int imageHeight;

    @Field(uploadBy = LeafletPath.class, storage = "private", maxLength = 60, blank = true)
    public StoredFile leaflet = StoredFile.NONE;

    @Field(blank = true)
    public byte @Nullable [] seal;

    public final ForeignKey<@Nullable Album> album = foreignKey(OnDelete.SET_NULL);
}
