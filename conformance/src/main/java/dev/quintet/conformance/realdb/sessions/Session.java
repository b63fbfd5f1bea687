package dev.quintet.conformance.realdb.sessions;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import java.time.Instant;

/// What a site remembers of a visitor.
@Meta(table = "django_session")
public class Session extends Entity {

    @Id
    @Field(maxLength = 40)
    public String sessionKey;

    @Field(secret = true)
    public String sessionData;

    @Field(index = true)
    public Instant expireDate;
}
