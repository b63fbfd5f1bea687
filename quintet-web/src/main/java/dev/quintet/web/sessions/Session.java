package dev.quintet.web.sessions;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import java.time.Instant;

/// A session as it lies in the table `django_session`: signed text that {@link DatabaseSessions}
/// reads and writes. Django: `Session`.
@Meta(table = "django_session", verboseName = "session", verboseNamePlural = "sessions")
public class Session extends Entity {

    /// The key, as the cookie has it.
    @Id
    @Field(maxLength = 40, verboseName = "session key")
    public String sessionKey = "";

    /// What it holds, signed.
    @Field(verboseName = "session data", secret = true)
    public String sessionData = "";

    /// When it ends.
    @Field(index = true, verboseName = "expire date")
    public Instant expireDate = Instant.EPOCH;

    /// An empty one, for the ORM.
    public Session() {}

    @Override
    public String toString() {
        return "Session";
    }
}
