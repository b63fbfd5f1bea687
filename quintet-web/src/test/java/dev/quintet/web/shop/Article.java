package dev.quintet.web.shop;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import dev.quintet.orm.StoredFile;
import dev.quintet.orm.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the shop wrote about music.
public class Article extends Model {

    @Field(maxLength = 100)
    public String title = "";

    public @Nullable LocalDate published;
    public Instant written = Instant.EPOCH;

    @Field(uploadTo = "scans/%Y")
    public StoredFile scan = StoredFile.NONE;

    @Version public long version;

    @Override
    public String toString() {
        return title;
    }
}
