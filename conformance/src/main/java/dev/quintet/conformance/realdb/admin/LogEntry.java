package dev.quintet.conformance.realdb.admin;

import static dev.quintet.orm.OnDelete.CASCADE;
import static dev.quintet.orm.OnDelete.SET_NULL;

import dev.quintet.conformance.realdb.auth.User;
import dev.quintet.conformance.realdb.contenttypes.ContentType;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was done in the admin.
@Meta(table = "django_admin_log", ordering = "-actionTime", verboseNamePlural = "log entries")
public class LogEntry extends Entity {

    /// The key.
    @Id(generated = true)
    public int id;

    @Field public Instant actionTime;
    public final ForeignKey<User> user = foreignKey(CASCADE);

    @Field(blank = true)
    public final ForeignKey<@Nullable ContentType> contentType = foreignKey(SET_NULL);

    @Field(blank = true)
    public @Nullable String objectId;

    @Field(maxLength = 200)
    public String objectRepr;

    @Field(positive = true)
    public short actionFlag;

    @Field(blank = true)
    public String changeMessage = "";
}
