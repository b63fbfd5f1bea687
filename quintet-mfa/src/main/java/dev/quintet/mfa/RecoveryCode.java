package dev.quintet.mfa;

import dev.quintet.orm.Field;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;

/// A code for who has lost their other second steps: good once, and gone with its row.
@Meta(
        app = "mfa",
        table = "mfa_recoverycode",
        ordering = "id",
        defaultPermissions = {})
public class RecoveryCode extends Model {

    /// The key of its user, of whichever model that is.
    @Field(maxLength = 64, verboseName = "user", index = true)
    public String userKey = "";

    /// The code, hashed with the site's `SECRET_KEY`.
    @Field(maxLength = 64, secret = true)
    public String digest = "";

    /// An empty one, for the ORM.
    public RecoveryCode() {}
}
