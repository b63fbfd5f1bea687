package dev.quintet.auth;

import dev.quintet.orm.Field;
import dev.quintet.orm.ManyToMany;

/// A user model with groups and permissions. Django: `PermissionsMixin`.
public abstract class PermissionsUser extends AbstractBaseUser {

    /// Whether this user may do everything without being told so.
    @Field(
            verboseName = "superuser status",
            help =
                    "Designates that this user has all permissions without explicitly assigning"
                            + " them.")
    public boolean isSuperuser;

    /// The groups this user is in; each gives all that it may do.
    @Field(
            blank = true,
            relatedName = "user_set",
            relatedQueryName = "user",
            verboseName = "groups",
            help =
                    "The groups this user belongs to. A user will get all permissions granted to"
                            + " each of their groups.")
    public final ManyToMany<Group> groups = manyToMany();

    /// What this user may do besides.
    @Field(
            blank = true,
            relatedName = "user_set",
            relatedQueryName = "user",
            verboseName = "user permissions",
            help = "Specific permissions for this user.")
    public final ManyToMany<Permission> userPermissions = manyToMany();

    /// For models.
    protected PermissionsUser() {}

    @Override
    public boolean superuser() {
        return isSuperuser;
    }

    @Override
    protected void promote() {
        isSuperuser = true;
    }
}
