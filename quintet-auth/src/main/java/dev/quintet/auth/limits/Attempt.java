package dev.quintet.auth.limits;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import java.time.Instant;

/// How often something was tried, such as signing in to an account; see {@link DatabaseCounters}.
@Meta(
        app = "auth_limits",
        table = "auth_limits_attempt",
        defaultPermissions = {})
public class Attempt extends Entity {

    /// What was tried, hashed: it may hold what a visitor sent.
    @Id
    @Field(maxLength = 64)
    public String key = "";

    /// How often.
    public long counted;

    /// When it is forgotten.
    @Field(index = true)
    public Instant ends = Instant.EPOCH;

    /// An empty one, for the ORM.
    public Attempt() {}
}
